package io.tallyfast.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page of the documentation, part of which is made from the code. Immutable.
 *
 * <p>A test that finds that part out of date fails, and with {@code -Dtallyfast.docs.update=true}
 * writes it anew.
 */
public final class DocPage {
  private static final String BEGIN = "<!-- begin: generated, see CONTRIBUTING.md -->\n";
  private static final String END = "<!-- end -->\n";
  private static final boolean UPDATES = Boolean.getBoolean("tallyfast.docs.update");

  private final Path file;

  private DocPage(Path file) {
    this.file = file;
  }

  /** The folder {@code docs} of the repository. */
  public static Path folder() {
    return Path.of(System.getProperty("basedir", ".")).resolve("../docs").normalize();
  }

  /** A page, by its path below {@code docs}. */
  public static DocPage of(String path) {
    return new DocPage(folder().resolve(path));
  }

  /** All of the page. */
  public String text() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails when the part between the two marks is not this text; or writes it, when told so. */
  public void assertGenerated(String expected) {
    String old = text();
    int begin = old.indexOf(BEGIN);
    int end = old.indexOf(END, begin);
    assertThat(begin >= 0 && end > begin).as("%s has both marks", file).isTrue();
    String head = old.substring(0, begin + BEGIN.length());
    String fresh = head + "\n" + expected + "\n" + old.substring(end);
    if (UPDATES) {
      write(fresh);
    }
    assertThat(text()).as("%s is up to date; -Dtallyfast.docs.update=true", file).isEqualTo(fresh);
  }

  private void write(String fresh) {
    try {
      Files.writeString(file, fresh);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
