package io.tallyfast.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassGlobsTest {
  @ParameterizedTest(name = "{0} matches {1}: {2}")
  @CsvSource({
    "com.acme.Foo,            com/acme/Foo,         true",
    "com.acme.Foo,            com/acme/Foo$Bar,     true",
    "com.acme.Foo,            com/acme/Food,        false",
    "com.acme.Foo,            org/com/acme/Foo,     false",
    "com.acme.Foo$Bar,        com/acme/Foo,         false",
    "com.acme.*,              com/acme/Foo,         true",
    "com.acme.*,              com/acme/Foo$Bar,     true",
    "com.acme.*,              com/acme/sub/Foo,     false",
    "com.acme.*,              com/acme,             false",
    "com.acme.**,             com/acme/Foo,         true",
    "com.acme.**,             com/acme/sub/Foo,     true",
    "com.acme.**,             com/acmeother/Foo,    false",
    "**,                      Foo,                  true",
    "**.Foo,                  com/acme/Foo,         true",
    "**.Foo,                  Foo,                  true",
    "**.Foo,                  com/acme/BigFoo,      false",
    "com.**.Foo,              com/Foo,              true",
    "com.**.Foo,              com/a/b/Foo,          true",
    "com.*.Foo,               com/a/Foo,            true",
    "com.*.Foo,               com/a/b/Foo,          false",
    "com.acme.*Stats,         com/acme/HttpStats,   true",
    "com.acme.*Stats,         com/acme/HttpStatistics, false",
    "a.b.C;com.acme.**,       com/acme/Foo,         true",
    " ; com.acme.Foo ;,       com/acme/Foo,         true",
  })
  void matches(String globs, String name, boolean expected) {
    assertThat(ClassGlobs.of(globs).matches(name)).isEqualTo(expected);
  }

  @Test
  void emptyMatchesNothing() {
    assertThat(ClassGlobs.of("").isEmpty()).isTrue();
    assertThat(ClassGlobs.NONE.matches("com/acme/Foo")).isFalse();
  }
}
