package io.tallyfast.idiom;

import io.tallyfast.testkit.DocPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pages in {@code docs/idioms}. Stateless. */
final class IdiomPages {
  private static final String ENDING = ".md";
  private static final String FENCE = "```java\n";

  private IdiomPages() {}

  /** The names that idioms have, those that come first in the list before the others. */
  static List<String> idioms() {
    return Idioms.all().stream().map(Idiom::name).toList();
  }

  /** The names of the idioms of one kind. */
  static List<String> idioms(boolean auditOnly) {
    return Idioms.all().stream()
        .filter(idiom -> idiom.isAuditOnly() == auditOnly)
        .map(Idiom::name)
        .toList();
  }

  /** The names that pages have, the list of all of them excepted. */
  static Set<String> names() throws IOException {
    try (Stream<Path> pages = Files.list(DocPage.folder().resolve("idioms"))) {
      return pages
          .map(page -> page.getFileName().toString().replace(ENDING, ""))
          .filter(name -> !name.equals("README"))
          .collect(Collectors.toSet());
    }
  }

  /** The text of a page. */
  static String text(String idiom) {
    return DocPage.of("idioms/" + idiom + ENDING).text();
  }

  /** The first paragraph below the title. */
  static String summary(String idiom) {
    return text(idiom).split("\n\n", 3)[1];
  }

  /** The source in the section with this title; empty when it has none. */
  static String source(String idiom, String title) {
    String text = text(idiom);
    int section = text.indexOf("## " + title + "\n");
    int begin = text.indexOf(FENCE, section) + FENCE.length();
    return section < 0 ? "" : text.substring(begin, text.indexOf("```", begin));
  }
}
