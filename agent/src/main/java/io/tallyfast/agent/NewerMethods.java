package io.tallyfast.agent;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Completes the guarded maps for a JVM newer than the one that they are compiled for. Each public
 * method that the JDK's class has got since is overridden by one that takes the lock and calls it;
 * so later JDKs are covered too. Those that return views of a {@code LinkedHashMap} return guarded
 * ones. Stateless.
 */
final class NewerMethods {
  private static final int COMPILED_FOR = 17;
  private static final String RUNTIME = "io/tallyfast/runtime/";
  private static final String VIEWS = RUNTIME + "GuardedViews";
  private static final String LINKED = "java/util/LinkedHashMap";

  /** Methods of {@code Properties} that only call others, or write to what the caller gives. */
  private static final Set<String> LEFT =
      Set.of(
          "save",
          "store",
          "storeToXML",
          "list",
          "getProperty",
          "propertyNames",
          "stringPropertyNames");

  /** The interfaces of views that there are in newer JDKs only. */
  private static final Map<String, String> INTERFACES =
      Map.of(
          "GuardedSequencedSet", "java/util/SequencedSet",
          "GuardedSequencedCollection", "java/util/SequencedCollection",
          "GuardedReversedMap", "java/util/SequencedMap");

  private NewerMethods() {}

  /**
   * A class of the runtime, completed for this JVM.
   *
   * @param name its simple name
   * @param classFile as compiled
   */
  static byte[] complete(String name, byte[] classFile) {
    if (Runtime.version().feature() <= COMPILED_FOR) {
      return classFile;
    }
    if (RuntimeClasses.MAPS.contains(name)) {
      return overridden(classFile);
    }
    String type = INTERFACES.get(name);
    return type == null || !exists(type) ? classFile : implementing(type, classFile);
  }

  private static boolean exists(String type) {
    try {
      return Class.forName(type.replace('/', '.'), false, null) != null;
    } catch (ClassNotFoundException e) {
      return false; // A JDK between the one compiled for and 21.
    }
  }

  private static byte[] overridden(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    Declared declared = new Declared(writer);
    reader.accept(declared, 0);
    String owner = reader.getSuperName();
    for (Method method : superclass(owner).getMethods()) {
      String descriptor = Type.getMethodDescriptor(method);
      if (isOpen(method) && declared.methods.add(method.getName() + descriptor)) {
        guard(writer, reader.getClassName(), owner, method.getName(), descriptor);
      }
    }
    return writer.toByteArray();
  }

  private static Class<?> superclass(String owner) {
    try {
      return Class.forName(owner.replace('/', '.'), false, null);
    } catch (ClassNotFoundException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static boolean isOpen(Method method) {
    int closed = Modifier.STATIC | Modifier.FINAL | Modifier.SYNCHRONIZED;
    return (method.getModifiers() & closed) == 0
        && !method.isBridge()
        && method.getDeclaringClass() != Object.class
        && !LEFT.contains(method.getName());
  }

  private static void guard(
      ClassWriter writer, String self, String owner, String name, String descriptor) {
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_SYNCHRONIZED;
    MethodVisitor code = writer.visitMethod(access, name, descriptor, null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, self, "settle", "()V", false);
    if (!owner.equals(LINKED) || !view(code, name, descriptor)) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      arguments(code, descriptor);
      code.visitMethodInsn(Opcodes.INVOKESPECIAL, owner, name, descriptor, false);
    }
    code.visitInsn(Type.getReturnType(descriptor).getOpcode(Opcodes.IRETURN));
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  /** Writes what returns a guarded view; false when the method is none of these. */
  private static boolean view(MethodVisitor code, String name, String descriptor) {
    String made =
        switch (name) {
          case "sequencedKeySet" -> "sequencedKeys";
          case "sequencedValues" -> "sequencedValues";
          case "sequencedEntrySet" -> "sequencedEntries";
          case "reversed" -> "reversed";
          default -> null;
        };
    if (made == null) {
      return false;
    }
    code.visitVarInsn(Opcodes.ALOAD, 0);
    String parameters = "(L" + LINKED + ";";
    if (!name.equals("reversed")) {
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitMethodInsn(Opcodes.INVOKESPECIAL, LINKED, name, descriptor, false);
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitMethodInsn(
          Opcodes.INVOKESPECIAL, LINKED, "sequencedEntrySet", "()Ljava/util/SequencedSet;", false);
      parameters += "Ljava/util/Collection;Ljava/util/Collection;";
    }
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC, VIEWS, made, parameters + ")Ljava/lang/Object;", false);
    code.visitTypeInsn(Opcodes.CHECKCAST, Type.getReturnType(descriptor).getInternalName());
    return true;
  }

  private static byte[] implementing(String type, byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(new Implementing(writer, type), 0);
    String self = reader.getClassName();
    if (type.equals("java/util/SequencedMap")) {
      toMap(writer, self, "reversed", "()Ljava/util/SequencedMap;", null);
      String put = "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;";
      toMap(writer, self, "putFirst", put, "putLast");
      toMap(writer, self, "putLast", put, "putFirst");
    } else {
      String turned = type.endsWith("Set") ? "()Ljava/util/Set;" : "()Ljava/util/Collection;";
      MethodVisitor code =
          writer.visitMethod(Opcodes.ACC_PUBLIC, "reversed", "()L" + type + ";", null, null);
      code.visitCode();
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, self, "turned", turned, false);
      code.visitTypeInsn(Opcodes.CHECKCAST, type);
      code.visitInsn(Opcodes.ARETURN);
      code.visitMaxs(0, 0);
      code.visitEnd();
    }
    return writer.toByteArray();
  }

  /** A method that calls another of the map that is seen backwards, or returns that map. */
  private static void toMap(
      ClassWriter writer, String self, String name, String descriptor, String called) {
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, name, descriptor, null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitFieldInsn(Opcodes.GETFIELD, self, "raw", "Ljava/util/Map;");
    code.visitTypeInsn(Opcodes.CHECKCAST, LINKED);
    if (called != null) {
      arguments(code, descriptor);
      code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, LINKED, called, descriptor, false);
    }
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private static void arguments(MethodVisitor code, String descriptor) {
    int at = 1;
    for (Type argument : Type.getArgumentTypes(descriptor)) {
      code.visitVarInsn(argument.getOpcode(Opcodes.ILOAD), at);
      at += argument.getSize();
    }
  }

  /** Collects what a class declares. */
  private static final class Declared extends ClassVisitor {
    final Set<String> methods = new HashSet<>();

    Declared(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      methods.add(name + descriptor);
      return super.visitMethod(access, name, descriptor, signature, exceptions);
    }
  }

  /** Adds an interface. */
  private static final class Implementing extends ClassVisitor {
    private final String type;

    Implementing(ClassVisitor next, String type) {
      super(Opcodes.ASM9, next);
      this.type = type;
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        String signature,
        String superName,
        String[] interfaces) {
      String[] more = Arrays.copyOf(interfaces, interfaces.length + 1);
      more[interfaces.length] = type;
      super.visit(version, access, name, null, superName, more);
    }
  }
}
