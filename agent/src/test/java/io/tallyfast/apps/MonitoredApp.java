package io.tallyfast.apps;

import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/**
 * Counts so that another thread comes in between each time, and shows what the agent's MBean says:
 * as any client would, without a class of the agent.
 */
public final class MonitoredApp {
  /** So many updates come in between. */
  public static final int ROUNDS = 40;

  /** So many of them happen after the reset, when that is asked for. */
  public static final int AFTER_RESET = 7;

  private static final String NAME = "io.tallyfast:type=Tallyfast";
  private static final long PATIENCE_NANOS = 50_000_000_000L;
  private static final Map<String, Integer> COUNTS = new HashMap<>();

  private MonitoredApp() {}

  /**
   * Counts, and does what the arguments say: {@code show} prints the MBean, {@code reset} resets it
   * and counts on, {@code wait} waits for the end of the input.
   */
  public static void main(String[] args) throws Exception {
    COUNTS.put("rounds", 0);
    begin(new Own());
    ExecutorService other = Executors.newSingleThreadExecutor();
    count(other, ROUNDS);
    for (String argument : args) {
      if (argument.equals("wait")) {
        System.in.transferTo(OutputStream.nullOutputStream());
        continue;
      }
      MBeanServer server = ManagementFactory.getPlatformMBeanServer();
      ObjectName name = new ObjectName(NAME);
      await(server, name);
      if (argument.equals("show")) {
        show(server, name);
      } else {
        server.invoke(name, argument, new Object[0], new String[0]);
        count(other, AFTER_RESET);
      }
    }
    other.shutdown();
  }

  /** Counts in a map of a class of its own, which cannot be made a guarded one. */
  private static void begin(Map<String, Integer> own) {
    own.put("starts", 0);
    own.put("starts", own.get("starts") + 1);
  }

  private static final class Own extends HashMap<String, Integer> {
    private static final long serialVersionUID = 1L;
  }

  /** Each round loses one update without the agent, however slow the machine is. */
  private static void count(ExecutorService other, int rounds) throws Exception {
    for (int i = 0; i < rounds; i++) {
      int rounded = COUNTS.get("rounds");
      other.submit(MonitoredApp::countOne).get();
      COUNTS.put("rounds", rounded + 1);
    }
  }

  private static void countOne() {
    COUNTS.put("rounds", COUNTS.get("rounds") + 1);
  }

  private static void await(MBeanServer server, ObjectName name) {
    long start = System.nanoTime();
    while (!server.isRegistered(name)) {
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        throw new IllegalStateException("there is no " + name);
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static void show(MBeanServer server, ObjectName name) throws Exception {
    for (var attribute : server.getMBeanInfo(name).getAttributes()) {
      Object value = server.getAttribute(name, attribute.getName());
      if (value instanceof TabularData table) {
        rows(table);
      } else {
        System.out.println(attribute.getName() + "=" + value);
      }
    }
    System.out.println(server.invoke(name, "report", new Object[0], new String[0]));
  }

  private static void rows(TabularData table) {
    for (Object each : table.values()) {
      CompositeData row = (CompositeData) each;
      Map<String, Object> sorted = new TreeMap<>();
      for (String item : row.getCompositeType().keySet()) {
        sorted.put(item, row.get(item));
      }
      System.out.println("site " + row.get("method") + sorted);
    }
  }
}
