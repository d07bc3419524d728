package io.tallyfast.demo.page;

import io.tallyfast.demo.result.AgentOutcome;
import io.tallyfast.demo.result.RunResult;

/** The figures that stand at the top. Stateless. */
final class Headline {

  private Headline() {}

  static void write(Html html, RunResult without, RunResult with, AgentOutcome outcome) {
    card(
        html,
        "without",
        Numbers.percent(without.lostPercent()),
        "lost without the agent",
        Numbers.plain(without.notCounted())
            + " of "
            + Numbers.plain(without.toCount())
            + " things that happened were not counted");
    card(
        html,
        "with",
        Numbers.percent(with.lostPercent()),
        "lost with the agent",
        Numbers.plain(with.notCounted()) + " of " + Numbers.plain(with.toCount()));
    card(
        html,
        "plain",
        without.wrong() + " → " + with.wrong(),
        "wrong statistics",
        "of " + without.counters().size() + " that the server keeps");
    card(
        html,
        "plain",
        Numbers.plain((double) outcome.prevented()),
        "lost updates prevented",
        "at "
            + outcome.guardedSites()
            + " guarded places in "
            + outcome.classes()
            + " classes; nothing of the server was changed");
  }

  private static void card(Html html, String style, String figure, String what, String more) {
    html.open("div", "class", "card " + style);
    html.text("p", figure, "class", "figure").text("p", what, "class", "what");
    html.text("p", more, "class", "note").close("div");
  }
}
