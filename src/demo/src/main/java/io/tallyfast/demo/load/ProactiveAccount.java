package io.tallyfast.demo.load;

import io.tallyfast.demo.result.Replies;
import java.util.List;
import java.util.Map;

/**
 * What follows for the module that suggests unasked, once nothing waits any more. Stateless but for
 * what it expects.
 */
final class ProactiveAccount {

  private static final String TOTALS = "proactive.totals.";

  private final Expectation expected;

  ProactiveAccount(Expectation expected) {
    this.expected = expected;
  }

  /** Notes all that was pushed in one conversation, of whose turns so many were looked at. */
  void pushed(double watched, Map<String, Object> reply) {
    List<?> pushed = Replies.list(reply, "pushed");
    expected.count(TOTALS + "analysed", watched);
    expected.count(TOTALS + "pushed", pushed.size());
    expected.count(TOTALS + "suppressed", watched - pushed.size());
    for (Object each : pushed) {
      Map<String, Object> suggestion = Replies.object(each, "what was pushed");
      expected.amount(TOTALS + "confidence", Replies.number(suggestion, "confidence"));
    }
  }
}
