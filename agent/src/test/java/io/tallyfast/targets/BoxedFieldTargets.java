package io.tallyfast.targets;

import io.tallyfast.testkit.Racy;
import io.tallyfast.testkit.Target;
import java.util.List;

/** Counters in fields that hold boxes. */
public class BoxedFieldTargets {
  private BoxedFieldTargets() {}

  /** A number in a box, Integer. */
  @Racy
  public static class BoxedInteger extends Target {
    private volatile Integer n = 0;
    private volatile Integer m = 0;

    @Override
    public Object hit(int i) {
      n++; // assertGuarded("volatile-field")
      m = m + 1 + 1; // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return List.of(n, m);
    }
  }

  /** A number in a box, Long. */
  @Racy
  public static class BoxedLong extends Target {
    private volatile Long n = 0L;
    private volatile Long m = 0L;

    @Override
    public Object hit(int i) {
      n++; // assertGuarded("volatile-field")
      m = m + 1L + 1L; // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return List.of(n, m);
    }
  }

  /** A number in a box, Short. */
  @Racy
  public static class BoxedShort extends Target {
    private volatile Short n = (short) 0;
    private volatile Short m = (short) 0;

    @Override
    public Object hit(int i) {
      n++; // assertGuarded("volatile-field")
      m = (short) (m + 1 + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return List.of(n, m);
    }
  }

  /** A number in a box, Byte. */
  @Racy
  public static class BoxedByte extends Target {
    private volatile Byte n = (byte) 0;
    private volatile Byte m = (byte) 0;

    @Override
    public Object hit(int i) {
      n++; // assertGuarded("volatile-field")
      m = (byte) (m + 1 + 1); // assertGuarded()
      return null;
    }

    @Override
    public Object state() {
      return List.of(n, m);
    }
  }

  /** A number in a box, Double. */
  @Racy
  public static class BoxedDouble extends Target {
    private volatile Double n = 0.0;
    private volatile Double m = 0.0;

    @Override
    public Object hit(int i) {
      n++; // assertGuarded("volatile-field")
      m = m + 1.0 + 1.0; // assertRefused()
      return null;
    }

    @Override
    public Object state() {
      return List.of(n);
    }
  }

  /** A number in a box, Float. */
  @Racy
  public static class BoxedFloat extends Target {
    private volatile Float n = 0f;
    private volatile Float m = 0f;

    @Override
    public Object hit(int i) {
      n++; // assertGuarded("volatile-field")
      m = m + 1f + 1f; // assertRefused()
      return null;
    }

    @Override
    public Object state() {
      return List.of(n);
    }
  }
}
