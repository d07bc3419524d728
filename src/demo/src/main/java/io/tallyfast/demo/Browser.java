package io.tallyfast.demo;

import java.awt.Desktop;
import java.io.IOException;
import java.net.URI;

/** Opens a page for whoever sits in front of this machine. Stateless. */
final class Browser {

  private Browser() {}

  /** Opens a page, and returns whether that could be done. */
  static boolean open(URI page) {
    if (!Desktop.isDesktopSupported() || !Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
      return false;
    }
    try {
      Desktop.getDesktop().browse(page);
      return true;
    } catch (IOException e) {
      // There is a desktop, but no browser; the address is printed anyway.
      return false;
    }
  }
}
