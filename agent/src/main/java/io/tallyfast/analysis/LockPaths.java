package io.tallyfast.analysis;

import java.util.function.UnaryOperator;
import org.objectweb.asm.tree.FieldInsnNode;

/**
 * Reads and changes the names that {@link LockNames} gives. Names start with {@code this}, {@code
 * param N}, {@code =} (there is one only), {@code ?} (known within its method only), or {@code ~}
 * (an object of some class, as seen from another). Stateless; thread-safe.
 */
public final class LockPaths {
  /** Ends the name of the one thread of an executor, which keeps others away as a lock does. */
  public static final String THREAD = "!thread";

  private LockPaths() {}

  /** Whether a name is that of the one thread that an object of its own belongs to. */
  public static boolean isThreadOfThis(String path) {
    return path.equals(OneThread.OF_THIS);
  }

  static String dots(String internalName) {
    return internalName.replace('/', '.');
  }

  /** The lock of static synchronized methods. */
  public static String ofClass(String owner) {
    return "=" + dots(owner) + ".class";
  }

  static String ofStatic(FieldInsnNode field) {
    return "=" + dots(field.owner) + "." + field.name;
  }

  /** A method as steps name it; brackets are for arguments only. */
  public static String method(String owner, String name, String desc) {
    return owner + "." + name + desc.replace('[', '^');
  }

  /** Whether there is one object of this name only, the same for all code. */
  public static boolean isGlobal(String path) {
    return path.startsWith("=");
  }

  /** Whether the name means something outside of its method and call. */
  public static boolean isLocal(String path) {
    return path.startsWith("?") || path.isEmpty();
  }

  /** Whether a path leads through a value of a map or an element of an array. */
  public static boolean isOneOfMany(String path) {
    return path.contains(".*[");
  }

  /** What a path leads on to from a base, as {@code .lock}; null when it does not lead from it. */
  public static String after(String path, String base) {
    if (!path.startsWith(base)) {
      return null;
    }
    if (path.length() == base.length()) {
      return "";
    }
    char next = path.charAt(base.length());
    return next == '.' || next == '!' ? path.substring(base.length()) : null;
  }

  /** The object whose field or value a path names; empty when the path has one step only. */
  public static String base(String path) {
    int depth = 0;
    for (int i = path.length() - 1; i > 0; i--) {
      char c = path.charAt(i);
      depth += c == '}' || c == ']' ? 1 : c == '{' || c == '[' ? -1 : 0;
      if (c == '.' && depth == 0) {
        return path.substring(0, i);
      }
    }
    return "";
  }

  /** A path without the arguments of its calls: which of several objects it is gets lost. */
  public static String withoutArguments(String path) {
    if (path.indexOf('[') < 0) {
      return path;
    }
    StringBuilder text = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      depth += c == '[' ? 1 : 0;
      if (depth == 0) {
        text.append(c);
      }
      depth -= c == ']' ? 1 : 0;
    }
    return text.toString();
  }

  /**
   * A path whose getters are read as the fields that they return.
   *
   * @param fields the field that a method returns, null for any other method; asked with {@code
   *     owner.nameDescriptor}
   */
  public static String throughGetters(String path, UnaryOperator<String> fields) {
    int open = path.indexOf('{');
    if (open < 0) {
      return path;
    }
    StringBuilder text = new StringBuilder();
    int from = 0;
    while (open >= 0) {
      int close = path.indexOf('}', open);
      String field = fields.apply(path.substring(open + 1, close));
      text.append(path, from, open).append(field == null ? path.substring(open, close + 1) : field);
      from = close + 1;
      open = path.indexOf('{', from);
    }
    return text.append(path.substring(from)).toString();
  }

  /** A path as people write it. */
  public static String display(String path) {
    String text = withoutArguments(path).replace(THREAD, "");
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{') {
        int close = text.indexOf('}', i);
        String call = text.substring(i + 1, close);
        int desc = call.indexOf('(');
        shown.append(call, call.lastIndexOf('.', desc) + 1, desc).append("()");
        i = close;
      } else if (c != '=' && c != '~') {
        shown.append(c);
      }
    }
    return shown.toString();
  }
}
