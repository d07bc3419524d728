/** The page that shows a demonstration: one file, without script but for the colours. */
package io.tallyfast.demo.page;
