package io.tallyfast.audit;

import io.tallyfast.idiom.Idiom;
import io.tallyfast.idiom.Idioms;
import io.tallyfast.report.IdiomPage;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The pages that explain the idioms. Stateless. */
public final class IdiomPages {
  private IdiomPages() {}

  /** The names of all idioms that there is a page for, sorted. */
  public static List<String> names() {
    TreeSet<String> names = new TreeSet<>();
    for (Idiom idiom : Idioms.all()) {
      if (IdiomPage.of(idiom.name()) != null) {
        names.add(idiom.name());
      }
    }
    return new ArrayList<>(names);
  }
}
