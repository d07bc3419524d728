/**
 * Judges the mutations of many classes together: which locks protect them, and who can reach what
 * they change. Knows neither where class files come from nor how findings are shown.
 */
package io.tallyfast.judge;
