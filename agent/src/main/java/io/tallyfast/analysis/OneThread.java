package io.tallyfast.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Methods that, by what their class is, only one thread runs for each object: {@code run} of a
 * thread and of a timer's task, and what Netty calls on a handler that belongs to one channel. Such
 * a thread keeps others away from the object's own fields as a lock does. So does the main thread
 * of a user interface, which annotations and assertions name. Stateless; thread-safe.
 */
final class OneThread {
  /** The name of the thread that belongs to {@code this}. */
  static final String OF_THIS = LockNames.THIS + LockPaths.THREAD;

  /** The one thread of a user interface, which all objects have in common. */
  static final String MAIN = "=main" + LockPaths.THREAD;

  private static final List<String> ON_MAIN = List.of("MainThread", "UiThread");

  private static final Set<String> MAIN_NAMES =
      Set.of("mainthread", "onmainthread", "uithread", "onuithread");

  private static final String CONTEXT = "io/netty/channel/ChannelHandlerContext";
  private static final String SHARABLE = "Lio/netty/channel/ChannelHandler$Sharable;";

  /** Netty itself is seldom among what is audited, so its types are known by name. */
  private static final List<String> HANDLERS =
      List.of(
          "io/netty/channel/ChannelHandler",
          "io/netty/channel/ChannelHandlerAdapter",
          "io/netty/channel/ChannelInboundHandlerAdapter",
          "io/netty/channel/ChannelOutboundHandlerAdapter",
          "io/netty/channel/ChannelDuplexHandler",
          "io/netty/channel/SimpleChannelInboundHandler",
          "io/netty/handler/codec/ByteToMessageDecoder",
          "io/netty/handler/codec/MessageToByteEncoder",
          "io/netty/handler/codec/MessageToMessageDecoder",
          "io/netty/handler/codec/MessageToMessageEncoder");

  private OneThread() {}

  /** The one thread that runs a method, as locks are named; empty when there may be several. */
  static Set<String> of(ClassNode owner, MethodNode method, TypeOracle types) {
    if (isRun(owner, method, types) || isHandling(owner, method, types)) {
      return Set.of(OF_THIS);
    }
    return isOnMain(owner, method) ? Set.of(MAIN) : Set.of();
  }

  private static boolean isOnMain(ClassNode owner, MethodNode method) {
    for (String name : ON_MAIN) {
      if (Claims.has(name, method.visibleAnnotations, method.invisibleAnnotations)
          || Claims.has(name, owner.visibleAnnotations, owner.invisibleAnnotations)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a call fails on any other thread than the main one, as its name says. */
  static boolean assertsMain(MethodInsnNode call) {
    return call.desc.endsWith(")V") && saysMain(call.name, "assert", "check", "ensure");
  }

  /** Whether a call tells whether the main thread runs it, as its name says. */
  static boolean tellsMain(MethodInsnNode call) {
    return call.desc.endsWith(")Z") && saysMain(call.name, "is");
  }

  private static boolean saysMain(String name, String... verbs) {
    for (String verb : verbs) {
      if (name.startsWith(verb)
          && MAIN_NAMES.contains(name.substring(verb.length()).toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRun(ClassNode owner, MethodNode method, TypeOracle types) {
    return method.name.equals("run")
        && method.desc.equals("()V")
        && (isA(owner, "java/lang/Thread", types) || isA(owner, "java/util/TimerTask", types));
  }

  private static boolean isHandling(ClassNode owner, MethodNode method, TypeOracle types) {
    if ((method.access & Opcodes.ACC_STATIC) != 0 || !takesContextFirst(method)) {
      return false;
    }
    if (isSharable(owner.visibleAnnotations) || isSharable(owner.invisibleAnnotations)) {
      return false;
    }
    for (String handler : HANDLERS) {
      if (isA(owner, handler, types)) {
        return true;
      }
    }
    return false;
  }

  private static boolean takesContextFirst(MethodNode method) {
    if (!method.desc.contains(CONTEXT)) {
      return false;
    }
    Type[] types = Type.getArgumentTypes(method.desc);
    return types.length > 0 && types[0].getInternalName().equals(CONTEXT);
  }

  private static boolean isSharable(List<AnnotationNode> annotations) {
    if (annotations != null) {
      for (AnnotationNode annotation : annotations) {
        if (annotation.desc.equals(SHARABLE)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isA(ClassNode owner, String type, TypeOracle types) {
    return type.equals(owner.superName)
        || owner.interfaces.contains(type)
        || types.isSubtype(owner.name, type);
  }
}
