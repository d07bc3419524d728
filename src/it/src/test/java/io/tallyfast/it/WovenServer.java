package io.tallyfast.it;

import io.tallyfast.testkit.ForkedJvm;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.build.EntryPoint;
import net.bytebuddy.build.Plugin;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.scaffold.inline.MethodNameTransformer;

/** The sample server as a build with Byte Buddy's plugin would make it. Stateless. */
final class WovenServer {
  private static final String OWN_CLASSES = "com/acme/";

  private WovenServer() {}

  /** Writes the server's own classes, woven, into a folder, and returns it. */
  static Path weave(Path folder) throws Exception {
    Files.createDirectories(folder);
    File jar = SampleServer.JAR.toFile();
    URL agent = ForkedJvm.agentJar().toUri().toURL();
    try (URLClassLoader loader =
            new URLClassLoader(new URL[] {agent}, WovenServer.class.getClassLoader());
        ClassFileLocator libraries =
            new ClassFileLocator.Compound(
                ClassFileLocator.ForJarFile.of(jar),
                ClassFileLocator.ForClassLoader.ofPlatformLoader())) {
      Class<? extends Plugin> plugin =
          loader.loadClass("io.tallyfast.build.TallyfastPlugin").asSubclass(Plugin.class);
      Plugin.Engine.Default.of(
              EntryPoint.Default.REBASE,
              ClassFileVersion.ofThisVm(),
              new MethodNameTransformer.Suffixing("original"))
          .with(libraries)
          .apply(
              new Plugin.Engine.Source.InMemory(ownClasses(jar)),
              new Plugin.Engine.Target.ForFolder(folder.toFile()),
              List.of(new Plugin.Factory.UsingReflection(plugin)));
    }
    return folder;
  }

  private static Map<String, byte[]> ownClasses(File file) throws IOException {
    Map<String, byte[]> classes = new TreeMap<>();
    try (JarFile jar = new JarFile(file)) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        if (entry.getName().startsWith(OWN_CLASSES) && entry.getName().endsWith(".class")) {
          classes.put(entry.getName(), jar.getInputStream(entry).readAllBytes());
        }
      }
    }
    return classes;
  }
}
