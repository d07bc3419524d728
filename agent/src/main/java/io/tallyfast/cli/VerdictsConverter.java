package io.tallyfast.cli;

import io.tallyfast.analysis.Site.Verdict;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads verdicts separated by commas. */
final class VerdictsConverter implements ITypeConverter<Set<Verdict>> {
  @Override
  public Set<Verdict> convert(String text) {
    Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
    for (String word : text.split(",", -1)) {
      if (word.strip().equalsIgnoreCase("all")) {
        verdicts.addAll(Arrays.asList(Verdict.values()));
      } else {
        verdicts.add(verdict(word.strip()));
      }
    }
    return verdicts;
  }

  private static Verdict verdict(String word) {
    for (Verdict verdict : Verdict.values()) {
      if (verdict.name().equalsIgnoreCase(word)) {
        return verdict;
      }
    }
    String known = Arrays.toString(Verdict.values()).toLowerCase(Locale.ROOT);
    throw new TypeConversionException("'" + word + "' is none of " + known + ", nor all");
  }
}
