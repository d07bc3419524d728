package io.tallyfast.audit;

/** Takes the class files of a walk, one at a time. */
interface ClassSink {
  /**
   * Whether it takes the next class file. Is asked once for each, before it is read; a class file
   * that is not taken need not be read.
   */
  boolean takesNext();

  /** Takes the class file that was asked about last, when it could be read. */
  void classFile(ClassFile file);

  /**
   * Hears that an archive or folder is complete.
   *
   * @param origin as in {@link ClassFile#origin}
   * @param multiRelease whether its classes for certain Java releases count
   */
  void endOfOrigin(String origin, boolean multiRelease);
}
