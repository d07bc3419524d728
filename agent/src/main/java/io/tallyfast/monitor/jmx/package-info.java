/** The MBean. Loaded when there is an MBean server, not before. */
package io.tallyfast.monitor.jmx;
