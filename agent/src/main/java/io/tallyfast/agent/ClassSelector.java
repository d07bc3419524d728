package io.tallyfast.agent;

import io.tallyfast.config.ClassGlobs;

/**
 * Decides by name and origin which classes the agent looks at. Immutable.
 *
 * <p>Works on internal names and compares prefixes only: it is asked for every class that loads.
 */
final class ClassSelector {
  private static final String OWN = "io/tallyfast/";
  private static final String[] OWN_PACKAGES = {
    "agent/",
    "analysis/",
    "audit/",
    "build/",
    "cli/",
    "config/",
    "idiom/",
    "judge/",
    "monitor/",
    "report/",
    "rewrite/",
    "runtime/",
    "shaded/",
    "stats/",
  };
  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private final ClassGlobs include;
  private final ClassGlobs exclude;

  ClassSelector(ClassGlobs include, ClassGlobs exclude) {
    this.include = include;
    this.exclude = exclude;
  }

  /**
   * Whether the agent looks at a class.
   *
   * @param module the module of the class; may be null
   * @param loader its class loader; null for the boot loader
   * @param internalName its name; null for a class without one
   */
  boolean selects(Module module, ClassLoader loader, String internalName) {
    return isOfApplication(module, loader, internalName) && wants(internalName);
  }

  /** Whether a class belongs to the application, wanted or not. */
  boolean isOfApplication(Module module, ClassLoader loader, String internalName) {
    return internalName != null
        && !internalName.startsWith("java/")
        && !isJdk(module, loader)
        && !isOwn(loader, internalName);
  }

  /** Whether the user wants to hear of a class of the application. */
  boolean wants(String internalName) {
    return (include.isEmpty() || include.matches(internalName)) && !exclude.matches(internalName);
  }

  /** A named module of the boot or platform loader, or one that the JDK made or reserved. */
  private static boolean isJdk(Module module, ClassLoader loader) {
    if (module == null || !module.isNamed()) {
      return false;
    }
    if (loader == null || loader == PLATFORM) {
      return true;
    }
    String name = module.getName();
    return name.startsWith("jdk.") || name.startsWith("java.");
  }

  /** Not each {@code io.tallyfast} class: an application may have a package below that name. */
  private static boolean isOwn(ClassLoader loader, String internalName) {
    if (loader instanceof IsolatedLoader) {
      return true;
    }
    if (!internalName.startsWith(OWN)) {
      return false;
    }
    for (String own : OWN_PACKAGES) {
      if (internalName.startsWith(own, OWN.length())) {
        return true;
      }
    }
    return false;
  }
}
