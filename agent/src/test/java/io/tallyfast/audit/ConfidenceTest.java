package io.tallyfast.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.analysis.Site;
import io.tallyfast.analysis.TypeOracle;
import io.tallyfast.judge.Auditor;
import io.tallyfast.report.Counts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How sure a report is that several threads get to a counter, by what the code shows of it. */
class ConfidenceTest {
  private static final String NETTY =
      """
      package io.netty.channel;
      public class ChannelInboundHandlerAdapter {
        public void channelRead(ChannelHandlerContext context, Object message) {}
      }
      """;
  private static final String CONTEXT =
      "package io.netty.channel; public interface ChannelHandlerContext {}";
  private static final String HANDLER =
      """
      package io.netty.channel;
      public interface ChannelHandler { @interface Sharable {} }
      """;

  @TempDir private Path parent;

  @Test
  void aNameAloneSaysLittle() throws IOException {
    assertThat(judged("Query", "int rowCount; void next() { rowCount++; }")).containsExactly("low");
  }

  @Test
  void aLockElsewhereSaysThatTheObjectIsShared() throws IOException {
    String body =
        "int rowCount; void next() { rowCount++; } synchronized int read() { return rowCount; }";

    assertThat(judged("Query", body)).containsExactly("medium");
    assertThat(judged("RowList", body)).as("who uses a list guards it").containsExactly("low");
  }

  @Test
  void volatileSaysThatOthersReadIt() throws IOException {
    String body = "volatile int rows; void next() { rows++; }";

    assertThat(judged("Query", body)).containsExactly("medium");
  }

  @Test
  void thereIsOneOfAStaticField() throws IOException {
    assertThat(judged("Query", "static int rowCount; void next() { rowCount++; }"))
        .containsExactly("high");
  }

  @Test
  void aLockThatOneSiteTakesSaysItAll() throws IOException {
    String body = "int rows; void next() { rows++; } synchronized void more() { rows++; }";

    assertThat(judged("Query", body)).containsExactly("high", "high");
  }

  @Test
  void aHandlerOfOneChannelIsRunByItsEventLoop() throws IOException {
    String body =
        """
        private volatile boolean open;
        private int readCount;
        public void channelRead(io.netty.channel.ChannelHandlerContext context, Object message) {
          if (open) count();
        }
        private void count() { readCount++; }
        """;
    String adapter = "Query extends io.netty.channel.ChannelInboundHandlerAdapter";

    assertThat(judged(adapter, body)).isEmpty();
    assertThat(judged("@io.netty.channel.ChannelHandler.Sharable", adapter, body))
        .containsExactly("medium");
    assertThat(judged("Query", body)).containsExactly("medium");
  }

  @Test
  void flagsAreNoStatistic() throws IOException {
    String body = "volatile int state; void open() { state |= 4; } void close() { state &= ~4; }";
    String lock = " synchronized void reset() { state |= 1; }";

    assertThat(judged("Query", body)).containsExactly("low", "low");
    assertThat(judged("Query", body + lock)).containsExactly("low", "low", "low");
  }

  @Test
  void theMainThreadOfAUserInterfaceIsOne() throws IOException {
    String body =
        """
        volatile int clicks;
        @interface UiThread {}
        @UiThread void click() { clicks++; }
        static void assertOnMainThread() {}
        static boolean isMainThread() { return true; }
        void asserted() { assertOnMainThread(); clicks++; }
        void asked() { if (isMainThread()) clicks++; }
        """;

    assertThat(judged("Query", body)).isEmpty();
    assertThat(judged("Query", body + "void other() { clicks++; }"))
        .containsExactly("high", "high", "high", "high");
  }

  @Test
  void aClassThatIsNotToBeCheckedIsNot() throws IOException {
    String body =
        """
        volatile int rows;
        void next() { rows++; }
        @interface ThreadSafe { boolean enableChecks() default true; }
        """;

    assertThat(judged("@Query.ThreadSafe(enableChecks = false)", "Query", body)).isEmpty();
    assertThat(judged("@Query.ThreadSafe", "Query", body)).containsExactly("medium");
  }

  @Test
  void aLockOnWhatIsHandedOverCountsWhereverItIsTaken() throws IOException {
    String use = "{ uses.put(k, uses.getOrDefault(k, 0) + 1); }";
    String opener =
        "} class Opener { static void use(java.util.Map<String, Integer> uses, String k) %s";
    String body =
        """
        final java.util.Map<String, Integer> uses = new java.util.HashMap<>();
        synchronized void open(String k) { Opener.use(uses, k); }
        """;

    assertThat(judged("Query", body + opener.formatted("{ synchronized (uses) " + use + " }")))
        .isEmpty();
    assertThat(judged("Query", body + opener.formatted(use))).containsExactly("low");
  }

  @Test
  void aLockThatOnlyCallersTakeMayBeThereForSomethingElse() throws IOException {
    String body =
        """
        volatile int rows;
        void next() { rows++; }
        void more() { rows++; }
        } class Caller {
          final Query query = new Query();
          synchronized void call() { synchronized (query) { query.more(); } }
        """;

    assertThat(judged("Query", body)).containsExactly("medium", "medium");
  }

  @Test
  void thereIsOneOfAStaticMap() throws IOException {
    String body =
        """
        static final java.util.Map<String, Integer> uses = new java.util.HashMap<>();
        void use(String k) { uses.put(k, uses.getOrDefault(k, 0) + 1); }
        """;

    assertThat(judged("Query", body)).containsExactly("high");
  }

  private List<String> judged(String name, String body) throws IOException {
    return judged("", name, body);
  }

  private List<String> judged(String annotation, String name, String body) throws IOException {
    int space = name.indexOf(' ');
    String simple = space < 0 ? name : name.substring(0, space);
    Path folder = Files.createTempDirectory(parent, "classes");
    String source = annotation + " public class " + name + " {" + body + "}";
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", folder.toString()));
    arguments.add(write(folder, simple, source));
    arguments.add(write(folder, "ChannelInboundHandlerAdapter", NETTY));
    arguments.add(write(folder, "ChannelHandlerContext", CONTEXT));
    arguments.add(write(folder, "ChannelHandler", HANDLER));
    String[] all = arguments.toArray(new String[0]);
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, all)).isZero();
    List<byte[]> classes = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        classes.add(Files.readAllBytes(file));
      }
    }
    try (Stream<Site> sites = Auditor.judge(classes, TypeOracle.NONE).stream()) {
      return sites
          .filter(Counts::loses)
          .map(site -> site.confidence().name().toLowerCase(Locale.ROOT))
          .toList();
    }
  }

  private static String write(Path folder, String name, String source) throws IOException {
    return Files.writeString(folder.resolve(name + ".java"), source).toString();
  }
}
