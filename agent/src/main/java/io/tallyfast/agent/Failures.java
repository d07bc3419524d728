package io.tallyfast.agent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts what went wrong in the transformer and names the first few. Thread-safe. Never throws: it
 * is the last resort of code that must leave a class as it was.
 */
final class Failures {
  private static final int NAMED = 5;

  /** How many methods a report names; a server of obfuscated classes may have many. */
  private static final int LISTED = 200;

  private final Console console;
  private final AtomicInteger errors = new AtomicInteger();
  private final AtomicInteger unreadable = new AtomicInteger();
  private final AtomicInteger skipped = new AtomicInteger();
  private final AtomicInteger tooNew = new AtomicInteger();
  private final Set<String> skippedMethods = ConcurrentHashMap.newKeySet();
  private final Set<String> notShown = ConcurrentHashMap.newKeySet();

  Failures(Console console) {
    this.console = console;
  }

  /**
   * Counts a class that could not be looked at, and that is therefore left as it was.
   *
   * @param internalName null when the class has none
   */
  void failed(String internalName, Throwable cause) {
    int count = errors.incrementAndGet();
    if (count > NAMED) {
      return;
    }
    String more = count == NAMED ? " (further ones are only counted)" : "";
    String name = internalName == null ? "a class" : internalName.replace('/', '.');
    say("left " + name + " as it is: ", cause, more);
  }

  /**
   * Counts methods that were not analysed, so that a site in them is not known; names the first.
   *
   * @param methods each with the reason, as in {@code name: reason}
   */
  void skipped(String internalName, List<String> methods) {
    if (methods.isEmpty()) {
      return;
    }
    String className = internalName.replace('/', '.');
    if (skipped.getAndAdd(methods.size()) == 0) {
      console.line("left " + className + '.' + methods.get(0));
    }
    for (int i = 0; i < methods.size() && skippedMethods.size() < LISTED; i++) {
      skippedMethods.add(className + '.' + methods.get(i));
    }
  }

  /** Methods that were not analysed, with the reason, sorted; no more than a report can show. */
  List<String> skippedMethods() {
    List<String> names = new ArrayList<>(skippedMethods);
    Collections.sort(names);
    return names;
  }

  /** How many methods were not analysed. */
  int skipped() {
    return skipped.get();
  }

  /** Counts a class file that a class loader could not hand out. */
  void unreadable(String internalName, Throwable cause) {
    if (unreadable.incrementAndGet() == 1) {
      say("cannot read " + internalName.replace('/', '.') + ": ", cause, "");
    }
  }

  /** Counts a class file of a version that is not known yet; says so once. */
  void tooNew(String internalName, int major) {
    if (tooNew.incrementAndGet() == 1) {
      String name = internalName.replace('/', '.');
      console.line("left " + name + " as it is: class file version " + major + " is not known yet");
    }
  }

  /**
   * Says that something could not be shown; the application and the counting go on.
   *
   * @param what said once
   */
  void notShown(String what, Throwable cause) {
    if (notShown.add(what)) {
      say(what + ": ", cause, "");
    }
  }

  private void say(String before, Throwable cause, String after) {
    try {
      console.line(before + describe(cause) + after);
    } catch (Throwable e) {
      // Out of memory or stack, most likely. What happened is counted, and told at exit.
      return;
    }
  }

  /** An exception in one line, whatever its own methods do. */
  static String describe(Throwable cause) {
    try {
      return cause.toString();
    } catch (RuntimeException e) {
      return cause.getClass().getName();
    }
  }

  /** How many classes could not be looked at. */
  int errors() {
    return errors.get();
  }

  /** How many class files were of a version that is not known yet. */
  int tooNew() {
    return tooNew.get();
  }

  /** How many class files a class loader could not hand out. */
  int unreadable() {
    return unreadable.get();
  }
}
