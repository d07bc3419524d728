package io.tallyfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Interleavings of threads, played by one: what each read, and what its write says was there. */
class ObservedTest {
  private static final AtomicInteger NEXT_SITE = new AtomicInteger(20_000);

  private final Map<String, Object> map = new HashMap<>();
  private final int site = NEXT_SITE.getAndIncrement();

  ObservedTest() {
    SiteCounters.reserve(site + 1);
  }

  @Test
  void nobodyInBetweenIsNoLoss() {
    map.put("k", 5);
    write(5, 6);
    write(6, 7);
    assertLost(0, 0);
    assertThat(figure(Figures.HITS)).isEqualTo(2);
  }

  @Test
  void theSameValueWrittenByTwoIsALoss() {
    map.put("k", 5);
    write(5, 6);
    write(5, 6);
    assertLost(1, 1);
  }

  @Test
  void threeThatReadTheSameLoseTwo() {
    map.put("k", 0);
    write(0, 1);
    write(0, 1);
    write(0, 1);
    assertLost(2, 2);
  }

  @Test
  void aLongWindowLosesAllThatWasCountedMeanwhile() {
    map.put("k", 0);
    for (int i = 0; i < 10; i++) {
      write(i, i + 1);
    }
    write(0, 1);
    assertLost(10, 10);
  }

  @Test
  void aLaterWriteCanBringBackWhatWasLost() {
    map.put("k", 3);
    write(3, 4);
    write(4, 5);
    write(3, 4); // Two are lost.
    write(5, 6); // From before that: they are there again, and the one of the line above is not.
    assertThat(map).containsEntry("k", 6);
    assertLost(1, 1);
  }

  @Test
  void firstInsertsThatBothFoundNothing() {
    write(null, 1);
    write(null, 1);
    assertLost(1, 1);
  }

  @Test
  void aResetInBetweenIsLostAsOneUpdate() {
    map.put("k", 41);
    write(41, 42);
    map.put("k", 0);
    write(42, 43);
    assertLost(1, 0);
  }

  @Test
  void unequalAmountsAreCountedByTheirMean() {
    map.put("k", 0L);
    write(0L, 100L);
    write(0L, 50L);
    write(50L, 200L);
    assertThat(figure(Figures.AMOUNT)).isEqualTo(100);
    assertThat(figure(Figures.LOST)).as("one of those of 50 and 150").isEqualTo(1);
  }

  @Test
  void upAndDownCountsOneForEachWriteThatDidNotKnow() {
    map.put("k", 5);
    write(5, 6);
    write(6, 5);
    write(6, 7); // What is there, 5, is not what it had read.
    assertLost(1, -1);
  }

  @Test
  void subtractionsAndFractions() {
    map.put("k", 10);
    write(10, 9);
    write(10, 9);
    assertLost(1, -1);
    map.put("d", 1.5);
    write("d", 1.5, 2.0, null, How.OPERAND);
    write("d", 1.5, 2.0, null, How.OPERAND);
    assertLost(2, -0.5);
  }

  @Test
  void aMaximumIsLostWhenALargerOneIsOverwritten() {
    map.put("k", 5);
    write("k", 5, 9, null, How.MAX);
    write("k", 5, 7, null, How.MAX);
    assertLost(1, 0);
    write("k", 7, 8, null, How.MAX);
    assertLost(1, 0);
  }

  @Test
  void aFirstValueIsLostWhenAnotherWasThere() {
    write("k", null, "mine", null, How.KEEP);
    write("k", null, "other", null, How.KEEP);
    assertLost(1, 0);
  }

  @Test
  void aConditionalWriteThatFailedIsLost() {
    Observed.replaced(true, site);
    Observed.replaced(false, site);
    assertLost(1, 0);
  }

  @Test
  void anotherKeyIsNoWindow() {
    map.put("k", 5);
    Object seen = Updates.seen(map, "other", 1);
    Observed.wrote(map.put("k", 2), map, "k", 2, seen, null, How.DIFFERENCE, site);
    assertLost(0, 0);
  }

  @Test
  void windowsOverlapWhenAnotherThreadReadsInBetween() throws InterruptedException {
    map.put("k", 0);
    Observed.read(site);
    Observed.wrote(map.put("k", 1), map, "k", 1, 0, null, How.DIFFERENCE, site);
    assertThat(figure(Figures.OVERLAPS)).isZero();

    Observed.read(site);
    Thread other = new Thread(() -> Observed.read(site));
    other.start();
    other.join();
    Observed.wrote(map.put("k", 2), map, "k", 2, 1, null, How.DIFFERENCE, site);
    assertThat(figure(Figures.OVERLAPS)).isEqualTo(1);
    assertThat(figure(Figures.THREADS)).isEqualTo(1);
  }

  @Test
  void resetStartsFromZero() {
    map.put("k", 0);
    write(0, 1);
    write(0, 1);
    SiteCounters.reset();
    assertLost(0, 0);
    assertThat(figure(Figures.HITS)).isZero();
  }

  private void write(Object read, Object written) {
    write("k", read, written, 0, How.DIFFERENCE);
  }

  private void write(String key, Object read, Object written, Object base, int how) {
    Observed.wrote(map.put(key, written), map, key, written, read, base, how, site);
  }

  private void assertLost(long updates, double amount) {
    assertThat(figure(Figures.LOST)).as("updates").isEqualTo((double) updates);
    assertThat(figure(Figures.AMOUNT)).as("amount").isEqualTo(amount);
  }

  private double figure(int which) {
    return SiteCounters.figures(site)[which];
  }
}
