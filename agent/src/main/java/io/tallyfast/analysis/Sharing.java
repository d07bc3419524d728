package io.tallyfast.analysis;

import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;

/** Whether a class shows that several threads use its objects. Stateless; thread-safe. */
final class Sharing {
  /** Of what a server has one object of, which handles the requests of all threads. */
  private static final Set<String> HANDLERS =
      Set.of(
          "com/sun/net/httpserver/HttpHandler",
          "javax/servlet/http/HttpServlet",
          "javax/servlet/Servlet",
          "javax/servlet/Filter",
          "jakarta/servlet/http/HttpServlet",
          "jakarta/servlet/Servlet",
          "jakarta/servlet/Filter");

  /** Annotations of objects that a container has one of, unless it is told otherwise. */
  private static final String[] ONE_FOR_ALL = {
    "ThreadSafe",
    "RestController",
    "Controller",
    "Service",
    "Singleton",
    "ApplicationScoped",
    "WebServlet",
    "WebFilter"
  };

  private Sharing() {}

  /** Whether it does. */
  static boolean isShownBy(ClassNode type) {
    return isTask(type)
        || handlesRequests(type)
        || hasSharedFields(type)
        || locks(type)
        || saysSo(type);
  }

  /**
   * Whether an annotation says that it is made for several threads, or that there is one of it, or
   * which lock a field needs.
   */
  private static boolean saysSo(ClassNode type) {
    for (String annotation : ONE_FOR_ALL) {
      if (Claims.has(annotation, type.visibleAnnotations, type.invisibleAnnotations)) {
        return true;
      }
    }
    for (FieldNode field : type.fields) {
      if (Claims.has("GuardedBy", field.visibleAnnotations, field.invisibleAnnotations)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTask(ClassNode type) {
    return type.interfaces.contains("java/lang/Runnable")
        || type.interfaces.contains("java/util/concurrent/Callable")
        || "java/lang/Thread".equals(type.superName)
        || "java/util/TimerTask".equals(type.superName);
  }

  private static boolean handlesRequests(ClassNode type) {
    boolean handles = type.superName != null && HANDLERS.contains(type.superName);
    for (String each : type.interfaces) {
      handles |= HANDLERS.contains(each);
    }
    return handles;
  }

  private static boolean hasSharedFields(ClassNode type) {
    for (FieldNode field : type.fields) {
      if ((field.access & Opcodes.ACC_VOLATILE) != 0
          || field.desc.startsWith("Ljava/util/concurrent/")) {
        return true;
      }
    }
    return false;
  }

  private static boolean locks(ClassNode type) {
    for (MethodNode method : type.methods) {
      if ((method.access & Opcodes.ACC_SYNCHRONIZED) != 0) {
        return true;
      }
      for (AbstractInsnNode insn : method.instructions) {
        if (insn.getOpcode() == Opcodes.MONITORENTER) {
          return true;
        }
      }
    }
    return false;
  }
}
