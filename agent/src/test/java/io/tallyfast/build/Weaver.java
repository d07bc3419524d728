package io.tallyfast.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.build.EntryPoint;
import net.bytebuddy.build.Plugin;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.scaffold.inline.MethodNameTransformer;

/** Runs the plugin as Byte Buddy's Maven and Gradle plugins do. Stateless. */
public final class Weaver {
  private Weaver() {}

  /**
   * Weaves classes.
   *
   * @param classes class files by internal name
   * @param entryPoint how Byte Buddy writes what the plugin leaves
   * @return the class files by internal name, those that were not changed too
   */
  public static Map<String, byte[]> weave(Map<String, byte[]> classes, EntryPoint entryPoint) {
    return apply(new Plugin.Factory.UsingReflection(TallyfastPlugin.class), classes, entryPoint);
  }

  /** What Byte Buddy itself makes of classes, with a plugin that does nothing. */
  public static Map<String, byte[]> rewrite(Map<String, byte[]> classes, EntryPoint entryPoint) {
    return apply(new Plugin.Factory.Simple(new Untouched()), classes, entryPoint);
  }

  private static Map<String, byte[]> apply(
      Plugin.Factory plugin, Map<String, byte[]> classes, EntryPoint entryPoint) {
    Map<String, byte[]> entries = new TreeMap<>();
    classes.forEach((name, bytes) -> entries.put(name + ".class", bytes));
    Plugin.Engine.Target.InMemory target = new Plugin.Engine.Target.InMemory();
    try {
      Plugin.Engine.Default.of(
              entryPoint,
              ClassFileVersion.ofThisVm(),
              new MethodNameTransformer.Suffixing("original"))
          .with(ClassFileLocator.ForClassLoader.of(Weaver.class.getClassLoader()))
          .apply(new Plugin.Engine.Source.InMemory(entries), target, List.of(plugin));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, byte[]> woven = new TreeMap<>();
    target
        .getStorage()
        .forEach((name, bytes) -> woven.put(name.substring(0, name.length() - 6), bytes));
    return woven;
  }

  /** Has Byte Buddy write each class anew, and asks for no change. */
  private static final class Untouched implements Plugin {
    @Override
    public boolean matches(TypeDescription type) {
      return !type.isPackageType();
    }

    @Override
    public DynamicType.Builder<?> apply(
        DynamicType.Builder<?> builder, TypeDescription type, ClassFileLocator locator) {
      return builder.visit(AsmVisitorWrapper.NoOp.INSTANCE);
    }

    @Override
    public void close() {
      // Holds nothing open.
    }
  }
}
