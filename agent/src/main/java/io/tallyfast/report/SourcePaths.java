package io.tallyfast.report;

/** Where a class's source lies below its source folder. Stateless. */
public final class SourcePaths {
  private SourcePaths() {}

  /**
   * The path of a source file, as in {@code com/acme/Server.java}. It is relative and leads to
   * nothing above the source folder, whatever the names are.
   *
   * @param className binary name with dots
   * @param file name of the file as the class file has it; empty when it has none
   */
  public static String of(String className, String file) {
    int dot = className.lastIndexOf('.');
    String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    if (name.isEmpty() || name.equals(".") || name.equals("..")) {
      name = outermost(className.substring(dot + 1)) + ".java";
    }
    String folder = dot < 0 ? "" : className.substring(0, dot + 1).replace('.', '/');
    int start = 0;
    while (start < folder.length() && folder.charAt(start) == '/') {
      start++;
    }
    return folder.substring(start) + name;
  }

  private static String outermost(String simpleName) {
    int dollar = simpleName.indexOf('$', 1);
    return dollar < 0 ? simpleName : simpleName.substring(0, dollar);
  }
}
