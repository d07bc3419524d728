package com.acme.memory.docstrings;

import com.acme.memory.module.BadRequestException;
import com.acme.memory.module.FolderTool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The tool {@code extract_docstrings}. */
final class ExtractTool extends FolderTool {

  private static final int MOST_FILES = 1_000;

  ExtractTool(DocstringExtractor extractor) {
    super(
        "extract_docstrings",
        "Remembers the docstrings of the Java sources in a folder.",
        folder -> reply(extractor.extract(sources(folder))));
  }

  private static Map<String, ?> reply(List<SourceReport> reports) {
    Map<String, Integer> failures = new TreeMap<>();
    Map<String, Integer> kinds = new TreeMap<>();
    for (SourceReport report : reports) {
      if (report.failure() != null) {
        failures.merge(report.failure(), 1, Integer::sum);
      }
      report.docstrings().forEach(docstring -> kinds.merge(docstring.kind(), 1, Integer::sum));
    }
    Map<String, Object> reply = new LinkedHashMap<>();
    reply.put("files_parsed", reports.stream().filter(each -> each.failure() == null).count());
    reply.put("failures", failures);
    reply.put("kinds", kinds);
    reply.put("lengths", lengths(reports));
    reply.put("stored", reports.stream().flatMap(each -> each.stored().stream()).toList());
    return reply;
  }

  private static List<Integer> lengths(List<SourceReport> reports) {
    return reports.stream()
        .flatMap(report -> report.docstrings().stream())
        .map(docstring -> docstring.text().length())
        .toList();
  }

  private static List<Path> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      if (sources.size() > MOST_FILES) {
        throw new BadRequestException("folder must have at most " + MOST_FILES + " Java sources");
      }
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
