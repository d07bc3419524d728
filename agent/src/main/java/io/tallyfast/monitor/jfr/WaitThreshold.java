package io.tallyfast.monitor.jfr;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import jdk.jfr.SettingControl;

/**
 * The setting of {@link Contention} that says how long a wait is worth an event: a number and a
 * unit, as in {@code 10 ms}. Thread-safe.
 */
final class WaitThreshold extends SettingControl {
  private static final String ALL = "0 ns";
  private static final String[] UNITS = {"ns", "us", "ms", "s"};
  private static final TimeUnit[] TIMES = {
    TimeUnit.NANOSECONDS, TimeUnit.MICROSECONDS, TimeUnit.MILLISECONDS, TimeUnit.SECONDS
  };

  private volatile String value = ALL;
  private volatile long nanos;

  WaitThreshold() {}

  boolean admits(long waited) {
    return waited >= nanos;
  }

  /** Of several recordings the one that wants to see most decides. */
  @Override
  public String combine(Set<String> values) {
    String least = null;
    for (String each : values) {
      if (least == null || nanos(each) < nanos(least)) {
        least = each;
      }
    }
    return least == null ? ALL : least;
  }

  @Override
  public void setValue(String text) {
    nanos = nanos(text);
    value = text;
  }

  @Override
  public String getValue() {
    return value;
  }

  /** What cannot be read leaves nothing out. */
  static long nanos(String text) {
    String trimmed = text.strip();
    int digits = 0;
    while (digits < trimmed.length() && Character.isDigit(trimmed.charAt(digits))) {
      digits++;
    }
    String unit = trimmed.substring(digits).strip();
    for (int i = 0; i < UNITS.length; i++) {
      // More digits than a long has would be some centuries.
      if (UNITS[i].equals(unit) && digits > 0 && digits < 18) {
        return TIMES[i].toNanos(Long.parseLong(trimmed.substring(0, digits)));
      }
    }
    return 0;
  }
}
