package com.acme.memory.changes;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Hashes of the contents of all files below a folder. Symbolic links are not followed, and a file
 * that is deleted meanwhile is not there. For one scan and one thread.
 */
final class FolderHashes extends SimpleFileVisitor<Path> {

  private final MessageDigest digest;
  private final Map<Path, String> hashes = new TreeMap<>();
  private long bytes;

  private FolderHashes() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static FolderHashes of(Path folder) throws IOException {
    FolderHashes hashes = new FolderHashes();
    Files.walkFileTree(folder, hashes);
    return hashes;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    if (!attributes.isRegularFile()) {
      return FileVisitResult.CONTINUE;
    }
    try {
      byte[] content = Files.readAllBytes(file);
      bytes += content.length;
      hashes.put(file, HexFormat.of().formatHex(digest.digest(content)));
    } catch (NoSuchFileException e) {
      return FileVisitResult.CONTINUE;
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
    if (problem instanceof NoSuchFileException) {
      return FileVisitResult.CONTINUE;
    }
    throw problem;
  }

  /** The hash of each file. */
  Map<Path, String> hashes() {
    return hashes;
  }

  /** How many bytes were read. */
  long bytes() {
    return bytes;
  }
}
