package com.acme.memory.embedding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a text into lower-case runs of letters and digits. Stateless and thread-safe. */
public final class Tokenizer {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private Tokenizer() {}

  /** Returns the tokens of the text in their order; empty if it has none. */
  public static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      tokens.add(words.group().toLowerCase(Locale.ROOT));
    }
    return tokens;
  }
}
