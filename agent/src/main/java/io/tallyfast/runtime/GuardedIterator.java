package io.tallyfast.runtime;

import java.util.Enumeration;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Walks over a snapshot; what it removes, it removes from the map. Not thread-safe. */
@SuppressWarnings("JdkObsolete") // A Hashtable hands out enumerations.
final class GuardedIterator<E> implements Iterator<E>, Enumeration<E> {
  private final GuardedCollection<?, ?, E> view;
  private final Object[] pairs;
  private int next;
  private boolean removable;

  GuardedIterator(GuardedCollection<?, ?, E> view, Object[] pairs) {
    this.view = view;
    this.pairs = pairs;
  }

  @Override
  public boolean hasNext() {
    return next < pairs.length;
  }

  @Override
  public E next() {
    if (next >= pairs.length) {
      throw new NoSuchElementException();
    }
    E element = view.element(pairs, next);
    next += 2;
    removable = true;
    return element;
  }

  @Override
  public void remove() {
    if (!removable) {
      throw new IllegalStateException();
    }
    removable = false;
    view.removeKey(pairs[next - 2]);
  }

  @Override
  public boolean hasMoreElements() {
    return hasNext();
  }

  @Override
  public E nextElement() {
    return next();
  }
}
