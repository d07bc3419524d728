package io.tallyfast.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * In one thread, random programs cannot tell that they were rewritten. A program that can is made
 * small and kept as source below {@code target/proof}.
 */
class OneThreadProofIT {
  private static final int PROGRAMS = Integer.getInteger("tallyfast.proof.programs", 700);
  private static final long SEED = Long.getLong("tallyfast.proof.seed", 1);
  private static final int BATCH = 100;
  private static final int SHOWN = 1000;
  private static final Path FOLDER = Path.of("target", "proof");

  @Test
  void oneThreadCannotTell() throws IOException {
    Proof proof = new Proof(FOLDER);
    Progress progress = new Progress(FOLDER, SEED + "-" + PROGRAMS);
    int first = progress.done();
    for (int done = first; done < PROGRAMS && proof.found().isEmpty(); done += BATCH) {
      progress.keep(done);
      if (done % SHOWN == 0) {
        System.out.println("proof: " + done + " of " + PROGRAMS + " programs, seed " + SEED);
      }
      Compilation how = Compilation.ALL.get(done / BATCH % Compilation.ALL.size());
      proof.run(SEED + done, Math.min(BATCH, PROGRAMS - done), how);
    }
    System.out.println("proof: " + proof.summary());
    assertThat(proof.found()).isEmpty();
    progress.end();
    Rewrites sites = proof.rewrites();
    assertThat(Rewrites.sum(sites.guarded()))
        .as("guarded sites: a proof of programs without them shows nothing")
        .isGreaterThan(2 * proof.programs())
        .isGreaterThan(2 * Rewrites.sum(sites.refused()));
    assertThat(sites.guarded()).as("idioms").hasSizeGreaterThan(15);
    assertThat(sites.skipped()).isEmpty();
  }
}
