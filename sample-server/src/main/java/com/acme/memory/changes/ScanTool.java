package com.acme.memory.changes;

import com.acme.memory.module.Arguments;
import com.acme.memory.module.Schema;
import com.acme.memory.module.Tool;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The tool {@code scan_changes}. */
final class ScanTool implements Tool {

  private final ChangeDetector detector;

  ScanTool(ChangeDetector detector) {
    this.detector = detector;
  }

  @Override
  public String name() {
    return "scan_changes";
  }

  @Override
  public String description() {
    return "Tells which files of a folder changed since it was scanned last.";
  }

  @Override
  public Map<String, Object> inputSchema() {
    return Schema.object(
        Map.of("folder", Schema.text("A folder of this machine", Arguments.MOST_PATH)),
        List.of("folder"));
  }

  @Override
  public Map<String, ?> call(Arguments arguments) {
    Path folder = arguments.folder("folder");
    return detector.scan(folder).toMap(folder);
  }
}
