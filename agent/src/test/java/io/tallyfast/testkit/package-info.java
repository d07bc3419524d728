/** Runs the targets: original against rewritten, in one thread and in many. */
package io.tallyfast.testkit;
