package io.tallyfast.demo.page;

import java.text.NumberFormat;
import java.util.Locale;

/** Numbers as people read them. Stateless. */
final class Numbers {

  private Numbers() {}

  /** A number with separators, and with decimals, three at most, only if it has some. */
  static String plain(double value) {
    NumberFormat format = NumberFormat.getInstance(Locale.ROOT);
    format.setMaximumFractionDigits(3);
    return format.format(value);
  }

  /** A percentage; what is not 0 and not 100 is never shown as such. */
  static String percent(double value) {
    if (value == 0 || value == 100) {
      return String.format(Locale.ROOT, "%.0f%%", value);
    }
    if (value < 0.1) {
      return "< 0.1%";
    }
    return value > 99.9 && value < 100 ? "> 99.9%" : String.format(Locale.ROOT, "%.1f%%", value);
  }

  /** Microseconds, in milliseconds or seconds. */
  static String millis(double micros) {
    if (micros >= 1_000_000) {
      return String.format(Locale.ROOT, "%.1f s", micros / 1_000_000);
    }
    return plain(Math.rint(micros < 10_000 ? micros / 100 : 10 * Math.rint(micros / 1000)) / 10)
        + " ms";
  }

  /** A coordinate. */
  static String at(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
