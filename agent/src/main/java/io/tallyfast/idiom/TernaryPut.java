package io.tallyfast.idiom;

import io.tallyfast.analysis.Expr;
import io.tallyfast.analysis.Form;
import io.tallyfast.analysis.MapSite;

/** {@code Integer c = map.get(k); map.put(k, c == null ? 1 : c + 1)}. */
final class TernaryPut implements Idiom {
  @Override
  public String name() {
    return "ternary-put";
  }

  @Override
  public boolean matches(MapSite site) {
    for (Expr value : site.chain()) {
      if (value.op == Expr.Op.PHI && value.index >= site.flow().method().maxLocals) {
        return startsAnew(site);
      }
    }
    return false;
  }

  private static boolean startsAnew(MapSite site) {
    for (Form form : site.forms()) {
      if (!form.isRead()) {
        return true;
      }
    }
    return false;
  }
}
