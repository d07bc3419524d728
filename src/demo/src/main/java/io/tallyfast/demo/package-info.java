/** The demonstration: one server, the same load twice, its statistics compared. */
package io.tallyfast.demo;
