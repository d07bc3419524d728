package io.tallyfast.demo.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Each client has the docstrings of sources of its own read; some are no Java, or no text. */
final class SourcesRound implements Round {

  private static final int FILES = 3;
  private static final int MOST_WORDS = 12;

  private final Workspace workspace;
  private final int methods;

  /** Creates a round of sources with so many methods each. */
  SourcesRound(Workspace workspace, int methods) {
    this.workspace = workspace;
    this.methods = methods;
  }

  @Override
  public Set<String> tools() {
    return Set.of(Tools.EXTRACT);
  }

  @Override
  public int calls() {
    return 1;
  }

  @Override
  public void run(int client, Caller caller) throws IOException {
    Path folder = workspace.folder("sources-" + client);
    Random random = new Random(client);
    for (int file = 0; file < FILES; file++) {
      Files.writeString(folder.resolve("Thing" + file + ".java"), source(random, "Thing" + file));
    }
    Files.writeString(folder.resolve("Broken.java"), "class {");
    Files.write(folder.resolve("Picture.java"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    caller.call(new Operation(Tools.EXTRACT, Map.of("folder", folder.toString())));
  }

  private String source(Random random, String name) {
    StringBuilder source = new StringBuilder();
    source.append(docstring(random)).append("class ").append(name).append(" {\n");
    for (int i = 0; i < methods; i++) {
      source.append(docstring(random)).append("void m").append(i).append("() {}\n");
    }
    return source.append("}\n").toString();
  }

  private static String docstring(Random random) {
    return "/** " + Words.text(random, 1 + random.nextInt(MOST_WORDS)) + ". */\n";
  }
}
