package io.tallyfast.testkit;

import java.util.function.Function;

/**
 * Defines the classes of the targets itself, original or rewritten, and leaves all else to its
 * parent. A new loader is a new world: static fields start afresh.
 */
public final class TargetLoader extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final Function<String, byte[]> source;

  private TargetLoader(Function<String, byte[]> source) {
    super("targets", TargetLoader.class.getClassLoader());
    this.source = source;
  }

  /** A loader of the classes as compiled. */
  public static TargetLoader original() {
    return new TargetLoader(TargetCatalog::bytes);
  }

  /** A loader of the rewritten classes. */
  public static TargetLoader rewritten() {
    return new TargetLoader(TargetRewriter::bytes);
  }

  /** A loader of classes from elsewhere, given their names. */
  static TargetLoader of(Function<String, byte[]> source) {
    return new TargetLoader(source);
  }

  /** Creates a target in this loader. */
  Target create(String name) {
    try {
      return (Target) loadClass(name).getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("cannot create " + name, e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(TargetCatalog.PREFIX)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      byte[] bytes = source.apply(name);
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
