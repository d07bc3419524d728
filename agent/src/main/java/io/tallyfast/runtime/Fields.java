package io.tallyfast.runtime;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * Links the rewritten updates of fields. Thread-safe. A field that cannot be changed in one step is
 * read and written as the application did, and counted: the application never sees the failure.
 */
public final class Fields {
  private static final MethodHandles.Lookup OWN = MethodHandles.lookup();

  /** So many fields that cannot be changed in one step are named. */
  private static final int NAMED = 64;

  private static final List<String> PLAIN = new ArrayList<>();

  private Fields() {}

  /**
   * Links one update, when it is run for the first time.
   *
   * @param caller may access what the class that holds the update may
   * @param operation name of a method of {@link Ints} and its like
   * @param type its type
   * @param field {@code S} for a static field or {@code F}, the internal name of the class that the
   *     code names, a dot, the name, a colon, the descriptor
   * @throws LinkageError as the application's own access to the field would
   */
  public static CallSite link(
      MethodHandles.Lookup caller, String operation, MethodType type, String field)
      throws IllegalAccessException, NoSuchMethodException {
    Object access = access(caller, field, operation);
    return new ConstantCallSite(OWN.findVirtual(access.getClass(), operation, type).bindTo(access));
  }

  /**
   * The fields that are read and written as the application did, since they cannot be changed in
   * one step: the class with the update, a dot, the field, a colon, why. Not more than {@value
   * #NAMED}.
   */
  public static String[] notAtomic() {
    synchronized (PLAIN) {
      return PLAIN.toArray(new String[0]);
    }
  }

  private static void note(String field) {
    synchronized (PLAIN) {
      if (PLAIN.size() < NAMED && !PLAIN.contains(field)) {
        PLAIN.add(field);
      }
    }
  }

  /** The ways to a field for whatever is done with it: one of {@link Ints} and its like. */
  static Object access(MethodHandles.Lookup caller, String field) {
    return access(caller, field, "");
  }

  private static Object access(MethodHandles.Lookup caller, String field, String operation) {
    int dot = field.lastIndexOf('.');
    int colon = field.lastIndexOf(':');
    boolean isStatic = field.charAt(0) == 'S';
    String name = field.substring(dot + 1, colon);
    ClassLoader loader = caller.lookupClass().getClassLoader();
    Class<?> type =
        MethodType.fromMethodDescriptorString("()" + field.substring(colon + 1), loader)
            .returnType();
    Class<?> owner = owner(caller, field.substring(1, dot).replace('/', '.'));
    try {
      VarHandle handle =
          isStatic
              ? caller.findStaticVarHandle(owner, name, type)
              : caller.findVarHandle(owner, name, type);
      if (handle.isAccessModeSupported(VarHandle.AccessMode.COMPARE_AND_SET)) {
        return atomic(handle, isStatic, type, operation);
      }
      note(caller.lookupClass().getName() + "." + name + ": it is final");
    } catch (ReflectiveOperationException | RuntimeException e) {
      note(caller.lookupClass().getName() + "." + name + ": " + e);
    }
    return plain(owner, name, type, isStatic);
  }

  private static Class<?> owner(MethodHandles.Lookup caller, String name) {
    Class<?> own = caller.lookupClass();
    if (own.getName().equals(name)) {
      return own;
    }
    try {
      return Class.forName(name, false, own.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw (LinkageError) new NoClassDefFoundError(name.replace('.', '/')).initCause(e);
    }
  }

  /** A handle costs time when a server starts, so that none is made that nobody will use. */
  private static Object atomic(
      VarHandle handle, boolean isStatic, Class<?> type, String operation) {
    Class<?> held = carrier(type);
    if (operation.equals("replace")) {
      return ways(
          held,
          null,
          null,
          of(handle, VarHandle.AccessMode.COMPARE_AND_SET, isStatic, boolean.class, held, held),
          null);
    }
    MethodHandle add = null;
    // What getAndAdd gives of a byte or short was seen to be out of its range on 17, once compiled.
    if (held != Object.class && (held != int.class || type == int.class)) {
      add = of(handle, VarHandle.AccessMode.GET_AND_ADD, isStatic, held, held);
    }
    if (operation.equals("addOld") && add != null) {
      return ways(held, add, null, null, null);
    }
    return ways(
        held,
        add,
        of(handle, VarHandle.AccessMode.GET_VOLATILE, isStatic, held),
        of(handle, VarHandle.AccessMode.COMPARE_AND_SET, isStatic, boolean.class, held, held),
        null);
  }

  private static MethodHandle of(
      VarHandle handle,
      VarHandle.AccessMode mode,
      boolean isStatic,
      Class<?> result,
      Class<?>... values) {
    return adapted(handle.toMethodHandle(mode), isStatic, result, values);
  }

  /** Takes any object for the holder, and an int for what the stack holds as one. */
  private static MethodHandle adapted(
      MethodHandle handle, boolean isStatic, Class<?> result, Class<?>... values) {
    MethodHandle held = isStatic ? MethodHandles.dropArguments(handle, 0, Object.class) : handle;
    MethodType type = MethodType.methodType(result, Object.class, values);
    return MethodHandles.explicitCastArguments(held, type);
  }

  private static Object ways(
      Class<?> held, MethodHandle add, MethodHandle get, MethodHandle cas, MethodHandle set) {
    if (held == int.class) {
      return new Ints(add, get, cas, set);
    }
    if (held == long.class) {
      return new Longs(add, get, cas, set);
    }
    if (held == float.class) {
      return new Floats(add, get, cas, set);
    }
    return held == double.class ? new Doubles(add, get, cas, set) : new Boxes(get, cas, set);
  }

  /** The type in which the stack holds a value. */
  private static Class<?> carrier(Class<?> type) {
    if (type == long.class || type == float.class || type == double.class) {
      return type;
    }
    return type.isPrimitive() ? int.class : Object.class;
  }

  private static Object plain(Class<?> owner, String name, Class<?> type, boolean isStatic) {
    Class<?> held = carrier(type);
    try {
      Field field = declared(owner, name, type);
      field.setAccessible(true);
      return ways(
          held,
          null,
          adapted(OWN.unreflectGetter(field), isStatic, held),
          null,
          adapted(OWN.unreflectSetter(field), isStatic, void.class, held));
    } catch (IllegalAccessException e) {
      throw (LinkageError) new IllegalAccessError(owner.getName() + "." + name).initCause(e);
    }
  }

  private static Field declared(Class<?> owner, String name, Class<?> type) {
    for (Class<?> c = owner; c != null; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (field.getName().equals(name) && field.getType() == type) {
          return field;
        }
      }
    }
    throw new NoSuchFieldError(owner.getName() + "." + name);
  }
}
