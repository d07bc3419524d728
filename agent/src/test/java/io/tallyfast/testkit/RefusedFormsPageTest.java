package io.tallyfast.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.analysis.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every reason that the rewriter gives for leaving a target alone is explained on the page. */
class RefusedFormsPageTest {
  /** A row begins with the reason, in which an ellipsis stands for what varies. */
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

  @Test
  void everyReasonIsExplained() {
    List<Pattern> explained = new ArrayList<>();
    Matcher rows = ROW.matcher(DocPage.of("refused-forms.md").text());
    while (rows.find()) {
      explained.add(Pattern.compile(Pattern.quote(rows.group(1)).replace("...", "\\E.*\\Q")));
    }
    assertThat(reasons())
        .isNotEmpty()
        .allMatch(reason -> explained.stream().anyMatch(row -> row.matcher(reason).matches()));
  }

  private static Set<String> reasons() {
    Set<String> reasons = new TreeSet<>();
    for (String name : TargetCatalog.classes()) {
      TargetRewriter.rewrite(name).refused().stream().map(Site::reason).forEach(reasons::add);
    }
    return reasons;
  }
}
