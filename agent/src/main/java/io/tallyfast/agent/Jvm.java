package io.tallyfast.agent;

import io.tallyfast.report.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Tells this JVM from all others. Thread-safe. The identity is made when it is first asked for,
 * which costs more than a start should.
 */
final class Jvm {
  private static final Path KERNELS_NAME = Path.of("/proc/sys/kernel/hostname");

  private String id;
  private String host;

  /**
   * This JVM, now.
   *
   * @param since when counting began, in milliseconds since 1970
   */
  synchronized Run run(long since) {
    if (id == null) {
      id = UUID.randomUUID().toString();
      host = host();
    }
    ProcessHandle process = ProcessHandle.current();
    long started = 0;
    if (process.info().startInstant().isPresent()) {
      started = process.info().startInstant().get().toEpochMilli();
    }
    return Run.of(id, host, process.pid(), started, since, System.currentTimeMillis());
  }

  /** Without a look at the network, which may take its time. */
  private static String host() {
    String name = System.getenv("HOSTNAME");
    if (name == null || name.isEmpty()) {
      name = System.getenv("COMPUTERNAME");
    }
    if (name == null || name.isEmpty()) {
      name = kernelsName();
    }
    return name;
  }

  private static String kernelsName() {
    try {
      return Files.isReadable(KERNELS_NAME) ? Files.readString(KERNELS_NAME).strip() : "";
    } catch (IOException e) {
      return "";
    }
  }
}
