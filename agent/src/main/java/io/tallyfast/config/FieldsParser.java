package io.tallyfast.config;

/** Parses a {@link FieldsOption}. */
final class FieldsParser implements ValueParser<FieldsOption> {
  @Override
  public FieldsOption parse(String text) throws OptionException {
    for (FieldsOption option : FieldsOption.values()) {
      if (option.text().equals(text)) {
        return option;
      }
    }
    throw new OptionException("no such fields");
  }

  @Override
  public String allowed() {
    StringBuilder all = new StringBuilder();
    for (FieldsOption option : FieldsOption.values()) {
      all.append(all.length() == 0 ? "" : ", ").append(option.text());
    }
    return all.toString();
  }
}
