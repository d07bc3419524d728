package io.tallyfast.runtime;

import java.util.Comparator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;

/**
 * Walks over a snapshot, which is taken when the walk begins, as the JDK's maps do. Not
 * thread-safe.
 */
final class GuardedSpliterator<E> implements Spliterator<E> {
  private final GuardedCollection<?, ?, E> view;
  private final int characteristics;
  private final Comparator<? super E> comparator;
  private Spliterator<E> walk;

  GuardedSpliterator(
      GuardedCollection<?, ?, E> view, int characteristics, Comparator<? super E> comparator) {
    this.view = view;
    this.characteristics = characteristics | SIZED | SUBSIZED;
    this.comparator = comparator;
  }

  private Spliterator<E> walk() {
    if (walk == null) {
      walk = Spliterators.spliterator(view.elements(), characteristics);
    }
    return walk;
  }

  @Override
  public boolean tryAdvance(Consumer<? super E> action) {
    return walk().tryAdvance(action);
  }

  @Override
  public void forEachRemaining(Consumer<? super E> action) {
    walk().forEachRemaining(action);
  }

  @Override
  public Spliterator<E> trySplit() {
    Spliterator<E> part = walk().trySplit();
    if (part == null) {
      return null;
    }
    GuardedSpliterator<E> split = new GuardedSpliterator<>(view, characteristics, comparator);
    split.walk = part;
    return split;
  }

  @Override
  public long estimateSize() {
    return walk().estimateSize();
  }

  @Override
  public int characteristics() {
    return characteristics;
  }

  @Override
  public Comparator<? super E> getComparator() {
    if (!hasCharacteristics(SORTED)) {
      throw new IllegalStateException();
    }
    return comparator;
  }
}
