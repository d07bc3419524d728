/** What came of a demonstration: plain values, for the tables, the page and the JSON. */
package io.tallyfast.demo.result;
