package io.tallyfast.monitor.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Registered;
import jdk.jfr.StackTrace;

/** An update that another thread would have overwritten, of the thread that would have done so. */
@Name("tallyfast.LostUpdatePrevented")
@Label("Lost Update Prevented")
@Description("A thread found another value than it had read; without the agent an update were lost")
@Category("Tallyfast")
@StackTrace
@Registered(false)
final class LostUpdatePrevented extends SiteEvent {}
