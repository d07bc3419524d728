package io.tallyfast.config;

/** Parses a {@link Mode}. */
final class ModeParser implements ValueParser<Mode> {
  @Override
  public Mode parse(String text) throws OptionException {
    for (Mode mode : Mode.values()) {
      if (mode.text().equals(text)) {
        return mode;
      }
    }
    throw new OptionException("no such mode");
  }

  @Override
  public String allowed() {
    StringBuilder all = new StringBuilder();
    for (Mode mode : Mode.values()) {
      all.append(all.length() == 0 ? "" : ", ").append(mode.text());
    }
    return all.toString();
  }
}
