package io.tallyfast.runtime;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs the tests of guarded maps on those that are defined in this JVM. */
public final class InstalledMapsMain {
  private InstalledMapsMain() {}

  /** Arguments: a file to serialise maps to, then classes of tests. */
  public static void main(String[] args) throws IOException, ClassNotFoundException {
    write(Path.of(args[0]));
    LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
    for (int i = 1; i < args.length; i++) {
      request.selectors(selectClass(Class.forName(args[i])));
    }
    System.out.println("failed " + failures(request.build()));
  }

  private static long failures(LauncherDiscoveryRequest request) {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener);
    listener
        .getSummary()
        .printFailuresTo(new PrintWriter(System.err, true, StandardCharsets.UTF_8), 8);
    System.out.println("succeeded " + listener.getSummary().getTestsSucceededCount());
    return listener.getSummary().getTotalFailureCount();
  }

  private static void write(Path file) throws IOException {
    List<Object> maps = new ArrayList<>();
    for (String name : GuardedTypes.namesWithout("WeakHashMap", "EnumMap")) {
      Map<String, Integer> map = GuardedTypes.create(name, true, null);
      map.put("a", 1);
      maps.add(map);
    }
    maps.add(new TreeMap<>(Map.of("last", 1)));
    try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(file))) {
      out.writeObject(maps);
    }
  }
}
