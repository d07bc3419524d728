package io.tallyfast.rewrite;

import io.tallyfast.analysis.Expr;
import io.tallyfast.analysis.MapSite;
import io.tallyfast.analysis.MethodFlow;
import io.tallyfast.analysis.Steadiness;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The writes of one method that share reads, and the local variable in which what was read is kept
 * for them. Used for one method; not thread-safe.
 */
final class SiteGroup {
  private final MethodFlow flow;
  private final List<MapSite> sites = new ArrayList<>();
  private final Set<Expr> reads = new LinkedHashSet<>();
  private final boolean remembersCell;
  private int local = -1;

  private SiteGroup(MethodFlow flow, List<MapSite> members) {
    this.flow = flow;
    for (MapSite site : members) {
      sites.add(site);
      reads.addAll(site.reads());
    }
    this.remembersCell = needsCell();
  }

  /** Groups the sites whose repair merges at the write. */
  static List<SiteGroup> of(MethodFlow flow, List<MapSite> sites) {
    List<List<MapSite>> groups = new ArrayList<>();
    for (MapSite site : sites) {
      List<MapSite> mine = new ArrayList<>();
      mine.add(site);
      for (int i = groups.size() - 1; i >= 0; i--) {
        if (sharesRead(groups.get(i), site)) {
          mine.addAll(groups.remove(i));
        }
      }
      groups.add(mine);
    }
    List<SiteGroup> result = new ArrayList<>();
    for (List<MapSite> members : groups) {
      result.add(new SiteGroup(flow, members));
    }
    return result;
  }

  private static boolean sharesRead(List<MapSite> group, MapSite site) {
    for (MapSite other : group) {
      for (Expr read : other.reads()) {
        if (site.reads().contains(read)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether map and key must be kept too: nobody can tell before that they will be the same. */
  private boolean needsCell() {
    Steadiness steadiness = new Steadiness(flow);
    for (MapSite site : sites) {
      boolean dominated = false;
      for (Expr read : reads) {
        dominated |= dominates(read, site);
        if (!steadiness.certain(read.args[0], site.map())
            || !steadiness.certain(read.args[1], site.key())) {
          return true;
        }
      }
      if (!dominated || !Refresh.of(site).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private boolean dominates(Expr read, MapSite site) {
    return flow.control()
        .dominators()
        .dominates(flow.indexOf(read.insn), flow.indexOf(site.write()));
  }

  /** Whether some way leads to a write without any of the reads. */
  boolean canBeReachedWithoutRead() {
    for (MapSite site : sites) {
      boolean dominated = false;
      for (Expr read : reads) {
        dominated |= dominates(read, site);
      }
      if (!dominated) {
        return true;
      }
    }
    return false;
  }

  /** The last position that lies on every way to all reads and writes. */
  int commonDominator() {
    int at = flow.indexOf(sites.get(0).write());
    while (!dominatesAll(at)) {
      at = flow.control().dominators().immediate(at);
    }
    return at;
  }

  private boolean dominatesAll(int at) {
    for (Expr read : reads) {
      if (!flow.control().dominators().dominates(at, flow.indexOf(read.insn))) {
        return false;
      }
    }
    for (MapSite site : sites) {
      if (!flow.control().dominators().dominates(at, flow.indexOf(site.write()))) {
        return false;
      }
    }
    return true;
  }

  /** Whether another write of the group can follow this one without a new read. */
  boolean isFollowed(MapSite site) {
    BitSet barriers = new BitSet();
    for (Expr read : reads) {
      barriers.set(flow.indexOf(read.insn));
    }
    BitSet after = flow.control().reachableFrom(flow.indexOf(site.write()), barriers);
    for (MapSite other : sites) {
      if (after.get(flow.indexOf(other.write()))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a call is one of the reads or writes of the group. */
  boolean contains(Expr call) {
    for (MapSite site : sites) {
      if (site.write() == call.insn) {
        return true;
      }
    }
    return reads.contains(call);
  }

  List<MapSite> sites() {
    return sites;
  }

  Set<Expr> reads() {
    return reads;
  }

  boolean remembersCell() {
    return remembersCell;
  }

  int local() {
    return local;
  }

  void local(int slot) {
    local = slot;
  }
}
