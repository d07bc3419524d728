/** Events of Java Flight Recorder. Loaded when the option asks for them. */
package io.tallyfast.monitor.jfr;
