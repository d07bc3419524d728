package io.tallyfast.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallyfast.analysis.Site;
import io.tallyfast.analysis.Site.Verdict;
import io.tallyfast.config.Mode;
import io.tallyfast.monitor.SiteEvents;
import io.tallyfast.report.Evidence;
import io.tallyfast.report.Finding;
import io.tallyfast.report.Finding.Action;
import io.tallyfast.rewrite.Outcomes;
import io.tallyfast.rewrite.SiteTable;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final Site FIRST = Outcomes.site("com.acme.A", 10, Verdict.UNPROTECTED);
  private static final Site SECOND = Outcomes.site("com.acme.A", 20, Verdict.MIXED);
  private static final Site OTHER = Outcomes.site("com.acme.B", 5, Verdict.UNPROTECTED);
  private static final Site REFUSED = Outcomes.site("com.acme.C", 1, Verdict.REFUSED);
  private static final Site SAFE = Outcomes.site("com.acme.C", 2, Verdict.PROTECTED);

  private final Ledger ledger = new Ledger();
  private final SiteTable sites = new SiteTable();
  private final Failures failures = new Failures(new Console(new ByteArrayOutputStream()));
  private final ClassLoader loader = new IsolatedLoader();
  private final ClassLoader otherLoader = new IsolatedLoader();

  @Test
  void guardCountsWhatWasRewritten() {
    addAll();
    Tally tally = tally(Mode.GUARD);

    assertThat(Reporting.lastLine(Mode.GUARD, tally.summary(tally.findings())))
        .isEqualTo("guarded 3 sites in 2 classes, prevented 30 lost updates");
    assertThat(tally.findings())
        .extracting(finding -> finding.site().line() + " " + finding.action().text())
        .containsExactly("10 guarded", "20 guarded", "5 guarded", "1 refused", "2 none");
  }

  @Test
  void auditCountsWhatLosesUpdates() {
    addAll();
    Tally tally = tally(Mode.AUDIT);

    assertThat(Reporting.lastLine(Mode.AUDIT, tally.summary(tally.findings())))
        .isEqualTo("found 4 unprotected sites in 3 classes");
    assertThat(tally.findings()).extracting(Finding::action).doesNotContain(Action.GUARDED);
  }

  @Test
  void aFieldThatCannotBeChangedInOneStepIsNamedAtItsSite() {
    Site site = Outcomes.field("com.acme.A", "hits");
    assertThat(new PlainFields(new TenEach().notAtomic()).noted(site).reason())
        .isEqualTo("not exact, the field cannot be changed in one step: no access");
    assertThat(new PlainFields(new String[0]).noted(site)).isSameAs(site);
  }

  @Test
  void observeCountsWhatItWatches() {
    addAll();
    Tally tally = tally(Mode.OBSERVE);

    assertThat(Reporting.lastLine(Mode.OBSERVE, tally.summary(tally.findings())))
        .isEqualTo("observed 3 sites in 2 classes, 9 updates were lost");
  }

  @Test
  void aClassOfTwoLoadersIsOneClass() {
    add(loader, false, FIRST);
    add(otherLoader, false, FIRST);
    Tally tally = tally(Mode.GUARD);

    assertThat(tally.findings()).hasSize(1);
    assertThat(tally.summary(tally.findings()).classes()).isEqualTo(1);
    Evidence evidence = tally.findings().get(0).evidence();
    assertThat(evidence.prevented()).as("of both").isEqualTo(20);
    assertThat(evidence.hits()).isEqualTo(200);
    assertThat(evidence.threads()).as("perhaps the same ones").isEqualTo(2);
    assertThat(evidence.waiting()).isEqualTo(new Evidence.Waiting(14, 2, 18_000, 5000));
  }

  @Test
  void aClassTransformedAgainHasItsLatestOutcomeAndKeepsItsCounts() {
    add(loader, false, FIRST, SECOND);
    add(loader, true, FIRST);
    Tally tally = tally(Mode.GUARD);

    assertThat(tally.findings()).extracting(Finding::site).containsExactly(FIRST);
    assertThat(tally.findings().get(0).prevented()).isEqualTo(20);
  }

  @Test
  void classesWithoutSitesAreNotRemembered() {
    add(loader, false);

    assertThat(ledger.snapshot()).isEmpty();
  }

  private void addAll() {
    add(loader, false, SECOND, FIRST);
    add(loader, false, OTHER);
    ledger.add("com/acme/C", loader, Outcomes.of(null, List.of(), List.of(SAFE, REFUSED)), false);
  }

  private void add(ClassLoader from, boolean again, Site... guarded) {
    for (Site site : guarded) {
      sites.add(site);
    }
    String name = guarded.length == 0 ? "com/acme/None" : guarded[0].className().replace('.', '/');
    ledger.add(name, from, Outcomes.of(new byte[0], List.of(guarded), List.of()), again);
  }

  private Tally tally(Mode mode) {
    return new Tally(mode, ledger, sites, new TenEach(), failures);
  }

  /** A runtime in which each site prevented ten lost updates. */
  private static final class TenEach implements RuntimeAccess {
    @Override
    public String[] notAtomic() {
      return new String[] {"com.acme.A.hits: no access", "com.acme.B.other: no access"};
    }

    @Override
    public void define(byte[] classFile) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void reserve(int size) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long preventedAt(int site) {
      return 10;
    }

    @Override
    public Evidence evidenceAt(int site) {
      return new Evidence(10, 100, 2, 3, 4.5, 6, new Evidence.Waiting(7, 1, 9000, 5000));
    }

    @Override
    public void reset() {
      throw new UnsupportedOperationException();
    }

    @Override
    public int fieldsNotAtomic() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void tell(SiteEvents events) {
      throw new UnsupportedOperationException();
    }
  }
}
