package io.tallyfast.analysis;

import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Methods that, by what their class is, only one thread runs for each object: {@code run} of a
 * thread and of a timer's task, and what Netty calls on a handler that belongs to one channel. Such
 * a thread keeps others away from the object's own fields as a lock does. Stateless; thread-safe.
 */
final class OneThread {
  /** The name of the thread that belongs to {@code this}. */
  static final String OF_THIS = LockNames.THIS + LockPaths.THREAD;

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
    boolean runs = isRun(owner, method, types) || isHandling(owner, method, types);
    return runs ? Set.of(OF_THIS) : Set.of();
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
