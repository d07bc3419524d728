package io.tallyfast.audit;

import java.util.Locale;

/**
 * Tells from the name of a file or an entry what it is. Names serve for this and for messages only:
 * what a class is called says the class file, and nothing is ever unpacked, so that no name can
 * lead out of the archive. Stateless.
 */
final class EntryNames {
  private static final String[] ARCHIVES = {".jar", ".war", ".ear", ".rar", ".aar", ".zip"};
  private static final String VERSIONS = "META-INF/versions/";

  private EntryNames() {}

  /** Whether it is a class file that may hold code. */
  static boolean isClass(String name) {
    return name.endsWith(".class")
        && !isNamed(name, "module-info.class")
        && !isNamed(name, "package-info.class");
  }

  private static boolean isNamed(String name, String file) {
    int start = name.length() - file.length();
    return name.endsWith(file) && (start == 0 || name.charAt(start - 1) == '/');
  }

  /** Whether it is an archive to be opened. */
  static boolean isArchive(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (String ending : ARCHIVES) {
      if (lower.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is the manifest of the archive it lies in. */
  static boolean isManifest(String name) {
    return name.equalsIgnoreCase("META-INF/MANIFEST.MF");
  }

  /** The Java release that a class was made for; 0 when it says none, -1 when that is nonsense. */
  static int version(String name) {
    if (!name.startsWith(VERSIONS)) {
      return 0;
    }
    int end = name.indexOf('/', VERSIONS.length());
    try {
      return end < 0 ? -1 : Math.max(-1, Integer.parseInt(name, VERSIONS.length(), end, 10));
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
