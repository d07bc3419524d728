package io.tallyfast.audit;

/** Takes the class files of a walk, one at a time. */
interface ClassSink {
  /** Takes one class file. */
  void classFile(ClassFile file);

  /**
   * Hears that an archive or folder is complete.
   *
   * @param origin as in {@link ClassFile#origin}
   * @param multiRelease whether its classes for certain Java releases count
   */
  void endOfOrigin(String origin, boolean multiRelease);
}
