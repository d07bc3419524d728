package io.tallyfast.idiom;

/** A map for several threads whose {@code merge} is that of {@code java.util.Map}. */
final class InheritedDefault extends AuditOnly {
  InheritedDefault() {
    super("inherited-default");
  }
}
