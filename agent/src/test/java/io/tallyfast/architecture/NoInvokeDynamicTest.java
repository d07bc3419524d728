package io.tallyfast.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.agent.RuntimeAccess;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * On the path of premain, and in the runtime, invokedynamic costs start-up time and can end in a
 * ClassCircularityError: no lambda, no method reference, no concatenation through it.
 */
class NoInvokeDynamicTest {
  private static final String OF_RECORDS = "java/lang/runtime/ObjectMethods";

  @ParameterizedTest
  @ValueSource(
      strings = {"agent", "analysis", "config", "idiom", "monitor", "report", "rewrite", "runtime"})
  void isNotUsed(String packageName) throws IOException, URISyntaxException {
    List<String> users = new ArrayList<>();
    for (Path file : classFiles(packageName)) {
      ClassNode type = new ClassNode();
      new ClassReader(Files.readAllBytes(file)).accept(type, ClassReader.SKIP_DEBUG);
      for (MethodNode method : type.methods) {
        String name = type.name + "." + method.name;
        if (usesInvokeDynamic(method)) {
          users.add(name);
        }
      }
    }
    assertThat(users).isEmpty();
  }

  /** The methods that a record has without writing them are not called on that path. */
  private static boolean usesInvokeDynamic(MethodNode method) {
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof InvokeDynamicInsnNode dynamic
          && !dynamic.bsm.getOwner().equals(OF_RECORDS)) {
        return true;
      }
    }
    return false;
  }

  private static List<Path> classFiles(String packageName) throws IOException, URISyntaxException {
    Path classes =
        Path.of(RuntimeAccess.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path folder = classes.resolve("io/tallyfast").resolve(packageName);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".class")).toList();
    }
  }
}
