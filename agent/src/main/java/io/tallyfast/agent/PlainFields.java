package io.tallyfast.agent;

import io.tallyfast.analysis.Site;
import io.tallyfast.report.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields whose updates were rewritten, but that the JVM does not let anybody change in one
 * step, so that they are read and written as before. Immutable.
 */
final class PlainFields {
  private static final String NOTE = "not exact, the field cannot be changed in one step: ";

  private final Map<String, String> reasons = new HashMap<>();

  /** Takes what the runtime tells. */
  PlainFields(String[] told) {
    for (String line : told) {
      int colon = line.indexOf(": ");
      reasons.put(line.substring(0, colon), line.substring(colon + 2));
    }
  }

  /** The site, with a note when its field is one of them. */
  Site noted(Site site) {
    String reason =
        reasons.isEmpty() || site.kind() == Site.Kind.MAP
            ? null
            : reasons.get(site.className().concat(".").concat(site.map()));
    return reason == null ? site : site.withReason(NOTE.concat(reason));
  }

  /** How many findings have such a note. */
  static int count(List<Finding> findings) {
    int count = 0;
    for (Finding finding : findings) {
      count += finding.site().reason().startsWith(NOTE) ? 1 : 0;
    }
    return count;
  }
}
