/**
 * Where the JVM enters: premain, installing the runtime, the transformer, and the report at exit.
 *
 * <p>Nothing here may stop or delay the application: no lambda, no regular expression, no logging,
 * no JMX. What goes wrong is counted and named, and the class left as it was.
 */
package io.tallyfast.agent;
