package io.tallyfast.config;

/** Parses a list of {@link ClassGlobs}. */
final class GlobsParser implements ValueParser<ClassGlobs> {
  @Override
  public ClassGlobs parse(String text) throws OptionException {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isJavaIdentifierPart(c) && ".*;-".indexOf(c) < 0) {
        throw new OptionException("'" + c + "' cannot be part of a class name");
      }
    }
    return ClassGlobs.of(text);
  }

  @Override
  public String allowed() {
    return "class names separated by ';', where * matches within a package and ** across packages";
  }
}
