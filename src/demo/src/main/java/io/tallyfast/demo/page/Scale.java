package io.tallyfast.demo.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A scale from 0 to a round number, in a few equal steps.
 *
 * @param step between two marks
 * @param steps how many
 */
record Scale(double step, int steps) {

  private static final int MOST_STEPS = 5;

  /** Returns the smallest scale that reaches this value. */
  static Scale upTo(double value) {
    if (value <= 0) {
      return new Scale(1, 1);
    }
    double power = Math.pow(10, Math.floor(Math.log10(value)) - 1);
    for (double factor : List.of(1.0, 2.0, 2.5, 5.0, 10.0, 20.0, 25.0, 50.0)) {
      int steps = (int) Math.ceil(value / (factor * power));
      if (steps <= MOST_STEPS) {
        return new Scale(factor * power, steps);
      }
    }
    return new Scale(100 * power, 1);
  }

  /** Returns where a value is, as a fraction of the whole. */
  double fraction(double value) {
    return value / (step * steps);
  }

  /** Returns the values of all marks, beginning with 0. */
  List<Double> marks() {
    List<Double> marks = new ArrayList<>();
    for (int i = 0; i <= steps; i++) {
      marks.add(i * step);
    }
    return marks;
  }
}
