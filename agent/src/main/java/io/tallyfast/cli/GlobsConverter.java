package io.tallyfast.cli;

import io.tallyfast.config.ClassGlobs;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads class-name globs. */
final class GlobsConverter implements ITypeConverter<ClassGlobs> {
  @Override
  public ClassGlobs convert(String text) {
    if (text.isBlank() || text.indexOf(',') >= 0) {
      throw new TypeConversionException(
          "give globs separated by ';', as in 'com.acme.**;org.x.Foo'");
    }
    return ClassGlobs.of(text);
  }
}
