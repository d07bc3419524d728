package io.tallyfast.config;

/** Parses a list of {@link MapGlobs}. */
final class MapGlobsParser implements ValueParser<MapGlobs> {
  @Override
  public MapGlobs parse(String text) throws OptionException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isJavaIdentifierPart(c) && ".*;-".indexOf(c) < 0) {
        throw new OptionException("'" + c + "' cannot be part of a field's name");
      }
    }
    return MapGlobs.of(text);
  }

  @Override
  public String allowed() {
    return "names of fields, or Class.field, separated by ';', where * matches any text";
  }
}
