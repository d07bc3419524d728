package io.tallyfast.build;

import io.tallyfast.analysis.FieldScope;
import io.tallyfast.config.OptionException;
import io.tallyfast.config.Options;
import java.util.Map;
import java.util.Properties;
import net.bytebuddy.build.BuildLogger;
import net.bytebuddy.build.Plugin;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;

/**
 * Guards the statistics in the classes of a build, as the agent does when classes load. What comes
 * out calls {@code io.tallyfast.runtime}, so {@code tallyfast-runtime.jar} must be on the class
 * path when it runs. Thread-safe.
 */
public final class TallyfastPlugin implements Plugin {
  private final BuildLogger log;
  private final Options options;

  /** Creates a plugin that looks at all classes and is silent. */
  public TallyfastPlugin() {
    this(BuildLogger.NoOp.INSTANCE, "");
  }

  /** Creates a plugin that looks at all classes. */
  @Factory.UsingReflection.Priority(1)
  public TallyfastPlugin(BuildLogger log) {
    this(log, "");
  }

  /**
   * Creates a plugin.
   *
   * @param log where it says what it did
   * @param options {@code include=..}, {@code exclude=..}, {@code fields=..} and {@code maps=..} as
   *     for the agent
   * @throws IllegalArgumentException for wrong options
   */
  @Factory.UsingReflection.Priority(2)
  public TallyfastPlugin(BuildLogger log, String options) {
    this.log = log;
    try {
      this.options = Options.read(options, new Properties(), Map.of());
    } catch (OptionException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** Whether the options select the class. */
  @Override
  public boolean matches(TypeDescription type) {
    String name = type.getInternalName();
    // Byte Buddy cannot make a package anew, and there is nothing to count in one.
    return !type.isPackageType()
        && (options.include().isEmpty() || options.include().matches(name))
        && !options.exclude().matches(name);
  }

  @Override
  public DynamicType.Builder<?> apply(
      DynamicType.Builder<?> builder, TypeDescription type, ClassFileLocator locator) {
    FieldScope scope = FieldScope.valueOf(options.fields().name());
    return builder.visit(
        new Weaving(new LocatedTypes(locator), scope, new NamedFields(options.maps()), log));
  }

  @Override
  public void close() {
    // Holds nothing open.
  }
}
