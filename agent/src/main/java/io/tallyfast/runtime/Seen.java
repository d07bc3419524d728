package io.tallyfast.runtime;

/**
 * What the application last saw of an entry, and, after the update, what became of it. Lives in a
 * local variable of one method call; not thread-safe.
 */
final class Seen {
  /** Nothing was read on this way: a write is a plain write. */
  static final Seen NOTHING = new Seen(null, null, null);

  final Object map;
  final Object key;

  /** What the application believes to be in the map; null for nothing. */
  Object value;

  /** What was there when the update ran. */
  Object previous;

  /** What the update stored. */
  Object stored;

  /** Whether another thread had come in between. */
  boolean merged;

  Seen(Object map, Object key, Object value) {
    this.map = map;
    this.key = key;
    this.value = value;
  }

  boolean isOf(Object otherMap, Object otherKey) {
    return map == otherMap && (key == otherKey || key != null && key.equals(otherKey));
  }

  /** The application goes on believing what it wrote, whatever the update made of it. */
  void became(Object before, Object after, Object written, boolean contended) {
    previous = before;
    stored = after;
    merged = contended;
    value = written;
  }
}
