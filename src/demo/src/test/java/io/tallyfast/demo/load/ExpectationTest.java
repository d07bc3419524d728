package io.tallyfast.demo.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.demo.load.Expectation.Expected;
import io.tallyfast.demo.result.Counter.Kind;
import org.junit.jupiter.api.Test;

class ExpectationTest {

  @Test
  void addsUpAndKeepsRecords() {
    Expectation one = new Expectation();
    one.count("a", 1);
    one.amount("b", 2.5);
    one.record("c", 7);
    Expectation other = new Expectation();
    other.count("a", 2);
    other.record("c", 4);
    other.count("d", 1);

    one.join(other);

    assertThat(one.values())
        .containsEntry("a", new Expected(Kind.COUNT, 3))
        .containsEntry("b", new Expected(Kind.AMOUNT, 2.5))
        .containsEntry("c", new Expected(Kind.RECORD, 7))
        .containsEntry("d", new Expected(Kind.COUNT, 1))
        .hasSize(4);
  }
}
