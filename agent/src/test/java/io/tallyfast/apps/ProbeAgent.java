package io.tallyfast.apps;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.MessageDigest;
import java.security.ProtectionDomain;
import java.util.HexFormat;

/**
 * An agent that is attached to look at the bytecode that a class has just now. Attached last, it
 * sees what all other agents have made of it.
 */
public final class ProbeAgent {
  /** Where the digest is found. */
  public static final String PROPERTY = "probe.digest";

  private ProbeAgent() {}

  /** Called by the JVM, with the name of the class. */
  public static void agentmain(String name, Instrumentation instrumentation) throws Exception {
    byte[][] seen = new byte[1][];
    ClassFileTransformer last =
        new ClassFileTransformer() {
          @Override
          public byte[] transform(
              ClassLoader loader,
              String className,
              Class<?> classBeingRedefined,
              ProtectionDomain protectionDomain,
              byte[] classFile) {
            if (name.replace('.', '/').equals(className)) {
              seen[0] = classFile;
            }
            return null;
          }
        };
    instrumentation.addTransformer(last, true);
    try {
      instrumentation.retransformClasses(Class.forName(name));
    } finally {
      instrumentation.removeTransformer(last);
    }
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(seen[0]);
    System.setProperty(PROPERTY, HexFormat.of().formatHex(digest));
  }
}
