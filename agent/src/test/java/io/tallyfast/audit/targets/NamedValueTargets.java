package io.tallyfast.audit.targets;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** Numbers behind getters and setters: attributes, properties, beans. */
public class NamedValueTargets {
  /** As a servlet context or a session is. */
  interface Session {
    Object getAttribute(String name);

    void setAttribute(String name, Object value);
  }

  /** An object with accessors only. */
  static class Bean {
    private int count;

    int getCount() {
      return count;
    }

    void setCount(int count) {
      this.count = count;
    }
  }

  /** A server that all threads use. */
  public static class Shared {
    private final Session session;
    private final Properties properties = new Properties();
    private final Map<String, Bean> beans = new ConcurrentHashMap<>();

    Shared(Session session) {
      this.session = session;
    }

    void attribute() {
      Integer old = (Integer) session.getAttribute("hits");
      session.setAttribute("hits", old == null ? 1 : old + 1); // assertReported("ternary-put")
    }

    void property() {
      int old = Integer.parseInt(properties.getProperty("hits", "0"));
      properties.setProperty("hits", String.valueOf(old + 1)); // assertReported("string-put")
    }

    void bean(String key) {
      Bean bean = beans.get(key);
      bean.setCount(bean.getCount() + 1); // assertReported("holder-call")
    }
  }

  /** The same, and nobody loses anything. */
  public static class Safe {
    private final Session session;
    private final Map<String, Bean> beans = new HashMap<>();

    Safe(Session session) {
      this.session = session;
    }

    synchronized void attribute() {
      Integer old = (Integer) session.getAttribute("hits");
      session.setAttribute("hits", old == null ? 1 : old + 1);
    }

    synchronized void bean(String key) {
      Bean bean = beans.get(key);
      bean.setCount(bean.getCount() + 1);
    }

    /** One attribute is copied to another. */
    void copy() {
      session.setAttribute("before", session.getAttribute("hits"));
    }

    /** Properties that are read anew each time. */
    Properties load() {
      Properties made = new Properties();
      made.setProperty("hits", "7");
      return made;
    }

    String loaded() {
      Properties own = load();
      int old = Integer.parseInt(own.getProperty("hits"));
      own.setProperty("hits", String.valueOf(old + 1));
      return own.toString();
    }

    /** Properties that only this method knows. */
    String fresh() {
      Properties own = new Properties();
      int old = Integer.parseInt(own.getProperty("hits", "0"));
      own.setProperty("hits", String.valueOf(old + 1));
      return own.toString();
    }
  }
}
