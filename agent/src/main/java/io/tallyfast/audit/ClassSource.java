package io.tallyfast.audit;

/** Something that holds class files. Can be walked several times, with the same order each time. */
interface ClassSource {
  /** Hands over every class file. What cannot be read is reported, and the rest is handed over. */
  void walk(ClassSink sink, Problems problems);
}
