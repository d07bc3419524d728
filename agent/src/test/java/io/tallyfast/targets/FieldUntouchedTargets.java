package io.tallyfast.targets;

import io.tallyfast.testkit.InexactTarget;
import java.util.List;

/** Fields that are no counters, and counters that are refused. */
public class FieldUntouchedTargets {
  private FieldUntouchedTargets() {}

  /** A place in an array. */
  public static class Cursor extends InexactTarget {
    private final int[] data = new int[64];
    private int pos;

    @Override
    public Object hit(int i) {
      data[pos++] = i; // assertUntouched()
      if (pos == data.length) {
        pos = 0; // assertUntouched()
      }
      return pos;
    }

    @Override
    public Object state() {
      return List.of(pos);
    }
  }

  /** The condition of a loop. */
  public static class LoopBound extends InexactTarget {
    private int count;

    @Override
    public Object hit(int i) {
      count = 0; // assertUntouched()
      while (count < 5) {
        count++; // assertUntouched()
      }
      return count;
    }

    @Override
    public Object state() {
      return List.of(count);
    }
  }

  /** A place in a text. */
  public static class Offset extends InexactTarget {
    private static final String TEXT = "some text";
    private int count;

    @Override
    public Object hit(int i) {
      char c = TEXT.charAt(count);
      count = count + 1; // assertUntouched()
      if (count >= TEXT.length()) {
        count = 0; // assertUntouched()
      }
      return (int) c;
    }

    @Override
    public Object state() {
      return List.of(count);
    }
  }

  /** A version that an iterator compares. */
  public static class Version extends InexactTarget {
    private int modCount;
    private int expected;

    @Override
    public Object hit(int i) {
      modCount++; // assertUntouched()
      boolean same = modCount == expected;
      expected = modCount; // assertUntouched()
      return same;
    }

    @Override
    public Object state() {
      return List.of(modCount);
    }
  }

  /** A number that is set to anything. */
  public static class Assigned extends InexactTarget {
    private int count;

    @Override
    public Object hit(int i) {
      count++; // assertUntouched()
      count = Math.abs(i); // assertUntouched()
      return count;
    }

    @Override
    public Object state() {
      return List.of(count);
    }
  }

  /** An object that nobody else knows of. */
  public static class Local extends InexactTarget {
    private int sum;

    @Override
    public Object hit(int i) {
      Box box = new Box();
      box.count++; // assertUntouched()
      sum = box.count; // assertUntouched()
      return sum;
    }

    @Override
    public Object state() {
      return List.of(sum);
    }

    private static final class Box {
      private int count;
    }
  }

  /** A branch tests what was read. */
  public static class TestedBetween extends InexactTarget {
    private volatile int n;

    @Override
    public Object hit(int i) {
      int old = n;
      if (old < 100) {
        n = old + 1; // assertRefused("volatile-field")
      }
      return null;
    }

    @Override
    public Object state() {
      return List.of(n);
    }
  }

  /** The method itself writes in between. */
  public static class OwnChange extends InexactTarget {
    private volatile int n;

    @Override
    public Object hit(int i) {
      int old = n;
      n = 0; // assertUntouched()
      n = old + 1; // assertRefused("volatile-field")
      return null;
    }

    @Override
    public Object state() {
      return List.of(n);
    }
  }

  /** A method that writes it too is called in between. */
  public static class CallsWriter extends InexactTarget {
    private volatile int n;

    @Override
    public Object hit(int i) {
      n += more(i % 3); // assertRefused("volatile-field")
      return null;
    }

    @Override
    public Object state() {
      return List.of(n);
    }

    private int more(int depth) {
      if (depth > 0) {
        n += 2; // assertGuarded("volatile-field")
      }
      return depth;
    }
  }

  /** Not on every way to the write it was read. */
  public static class OnSomeWays extends InexactTarget {
    private volatile int n;

    @Override
    public Object hit(int i) {
      int next = 7;
      if (i % 3 > 0) {
        next = n + 1;
      }
      n = next; // assertRefused("volatile-field")
      return null;
    }

    @Override
    public Object state() {
      return List.of(n);
    }
  }

  /** One of two numbers is added. */
  public static class TwoTerms extends InexactTarget {
    private volatile double n;

    @Override
    public Object hit(int i) {
      double a = i % 2 == 0 ? n + 0.1 : n + 0.2;
      String text = "x" + i;
      n = a; // assertRefused("volatile-field")
      return text;
    }

    @Override
    public Object state() {
      return List.of(n);
    }
  }

  /** What is read may be of another object. */
  public static class AnotherObject extends InexactTarget {
    private final Box[] boxes = {new Box(), new Box()};

    @Override
    public Object hit(int i) {
      box(i).n = box(i + 1).n + 1; // assertUntouched()
      box(i).n = box(i).n + 1; // assertRefused()
      return null;
    }

    @Override
    public Object state() {
      return List.of(boxes[0].n, boxes[1].n);
    }

    private Box box(int i) {
      return boxes[i % 2];
    }

    private static final class Box {
      private volatile int n;
    }
  }
}
