import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parses and serialises a document over and over, and prints how often in a second of CPU time, by round. */
public final class JacksonLoop {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JacksonLoop() {}

  /** That of this thread: what else the machine does matters less. */
  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  public static void main(String[] args) throws Exception {
    Map<String, Object> document = new LinkedHashMap<>();
    for (int i = 0; i < 60; i++) {
      document.put("field" + i, Map.of("id", i, "name", "name of " + i, "ratio", i / 7.0));
      document.put("list" + i, List.of(i, i + 1, "text \u00e9 " + i, true));
    }
    byte[] json = MAPPER.writeValueAsBytes(document);
    int rounds = Integer.parseInt(args[0]);
    for (int round = 0; round < rounds; round++) {
      long begin = cpuTime();
      long end = begin + 1_000_000_000L;
      int done = 0;
      while (cpuTime() < end) {
        JsonNode tree = MAPPER.readTree(json);
        Map<?, ?> map = MAPPER.readValue(json, Map.class);
        done += MAPPER.writeValueAsBytes(tree).length + map.size() > 0 ? 1 : 0;
      }
      System.out.println(done * 1e9 / (cpuTime() - begin));
    }
  }
}
