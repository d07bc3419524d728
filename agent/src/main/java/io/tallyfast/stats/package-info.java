/**
 * The helper for those who can touch their code: what the agent does to code that nobody may
 * change, to be called by hand. Needs {@code java.base} only; ships in {@code
 * tallyfast-runtime.jar}, and works with the agent and without it.
 */
package io.tallyfast.stats;
