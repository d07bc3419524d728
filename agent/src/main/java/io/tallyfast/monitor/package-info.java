/**
 * Shows what the agent counts while the application runs: {@code jmx} as an MBean, {@code jfr} as
 * events of Java Flight Recorder. Each is loaded only when the user asked for it; what both need is
 * here, and uses {@code java.base} only.
 */
package io.tallyfast.monitor;
