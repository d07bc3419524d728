package io.tallyfast.analysis;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of the refused sites of a method can go back to their read. Where a branch puts a first
 * value of the same entry, both do, or neither.
 *
 * @param planner tells what can be done of one site
 */
record Retries(RetryPlanner planner) {

  /** Decides for all sites of a method; the others keep the repair that they have. */
  void plan(List<MapSite> sites) {
    Map<MapSite, MapRetry> retries = new LinkedHashMap<>();
    for (MapSite site : sites) {
      boolean refused = site.repair().kind() == Repair.Kind.REFUSED;
      MapRetry retry = refused && site.derivesFromRead() ? planner.plan(site) : null;
      if (retry != null) {
        retries.put(site, retry);
      }
    }
    for (MapSite site : sites) {
      if (!site.call().computes() && !site.derivesFromRead()) {
        firstInsert(site, retries);
      }
    }
    for (Map.Entry<MapSite, MapRetry> each : retries.entrySet()) {
      each.getKey().readAgain(each.getValue());
    }
  }

  private void firstInsert(MapSite site, Map<MapSite, MapRetry> retries) {
    boolean isSibling = false;
    for (MapSite other : retries.keySet()) {
      isSibling |= isSibling(site, other);
    }
    MapRetry retry = isSibling ? planner.plan(site) : null;
    if (retry != null) {
      retries.put(site, retry);
    } else if (isSibling) {
      for (MapSite other : List.copyOf(retries.keySet())) {
        if (isSibling(site, other)) {
          retries.remove(other);
        }
      }
    }
  }

  /** Whether two sites write the same entry, either the one or the other. */
  private static boolean isSibling(MapSite site, MapSite other) {
    BitSet barrier = new BitSet();
    for (Expr read : site.reads()) {
      if (other.reads().contains(read)) {
        return true;
      }
      barrier.set(site.flow().indexOf(read.insn));
    }
    BitSet after = site.flow().control().reachableFrom(site.position(), barrier);
    return other.cell().isAlike(site.cell()) && !after.get(other.position());
  }
}
