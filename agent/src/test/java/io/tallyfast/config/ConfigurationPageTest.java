package io.tallyfast.config;

import io.tallyfast.testkit.DocPage;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The page about configuration says of each option what the option says of itself. */
class ConfigurationPageTest {
  @Test
  void everyOptionIsThere() {
    StringBuilder page = new StringBuilder();
    for (Option<?> option : KnownOptions.ALL) {
      page.append(page.length() == 0 ? "" : "\n").append(section(option));
    }
    DocPage.of("configuration.md").assertGenerated(page.toString());
  }

  private static String section(Option<?> option) {
    String key = option.key();
    String variable = OptionSources.VARIABLE_PREFIX + key.toUpperCase(Locale.ROOT);
    return String.join(
        "\n",
        "### " + key,
        "",
        option.description(),
        "",
        "- Allowed: " + option.allowed().replace("*", "\\*") + ".",
        "- Without it: " + option.defaultText().replace("*", "\\*") + ".",
        "- Also as: `-D" + OptionSources.PROPERTY_PREFIX + key + "=`, `" + variable + "`.",
        "");
  }
}
