package io.tallyfast.config;

/** Parses an option that is on or off. */
final class SwitchParser implements ValueParser<Boolean> {
  @Override
  public Boolean parse(String text) throws OptionException {
    if (text.equals("true")) {
      return Boolean.TRUE;
    }
    if (text.equals("false")) {
      return Boolean.FALSE;
    }
    throw new OptionException("neither true nor false");
  }

  @Override
  public String allowed() {
    return "true, false";
  }
}
