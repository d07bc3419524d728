/**
 * Code as servers have it, which knows nothing of what is measured. Run without the agent it is the
 * racy original; run with the agent these classes, and no others, are rewritten.
 */
package io.tallyfast.bench.kernel;
