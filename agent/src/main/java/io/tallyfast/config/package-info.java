/**
 * Options: read from the agent's arguments, system properties, the environment and a file, in this
 * order of precedence; checked; and described for the documentation, all in {@link
 * io.tallyfast.config.KnownOptions}.
 */
package io.tallyfast.config;
