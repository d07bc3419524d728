package com.acme.memory.docstrings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What became of one file.
 *
 * @param file that was read
 * @param docstrings that it has
 * @param stored what clients are told of their memories, in the same order
 * @param failure why it has none: {@code unreadable}, {@code invalid}, or null when it was parsed
 */
record SourceReport(
    Path file, List<Docstring> docstrings, List<Map<String, Object>> stored, String failure) {}
