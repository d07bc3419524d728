package io.tallyfast.monitor.jfr;

import io.tallyfast.analysis.Site;
import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Registered;

/** What all events say of their site. Of one thread. */
@Category("Tallyfast")
@Registered(false)
abstract class SiteEvent extends Event {
  @Label("Class")
  String className;

  @Label("Method")
  String method;

  @Label("File")
  String file;

  @Label("Line")
  @Description("0 when unknown")
  int line;

  @Label("Map")
  @Description("What is counted in")
  String map;

  @Label("Key")
  @Description("The entry that is counted in")
  String key;

  @Label("Idiom")
  @Description("How it is written")
  String idiom;

  @Label("Fingerprint")
  @Description("What tells the site from all others, in reports too")
  String fingerprint;

  final void at(Site site) {
    className = site.className();
    method = site.method();
    file = site.file();
    line = site.line();
    map = site.map();
    key = site.key();
    idiom = site.idiom();
    fingerprint = site.fingerprint();
  }
}
