package io.tallyfast.analysis;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which sites of a method can go back to their read: those that are refused otherwise, and those
 * that another read of the same entry decides about. Where a branch puts a first value of the same
 * entry, both do, or neither.
 *
 * @param planner tells what can be done of one site
 */
record Retries(RetryPlanner planner) {

  /** Decides for all sites of a method; the others keep the repair that they have. */
  void plan(List<MapSite> sites) {
    Map<MapSite, MapRetry> retries = new LinkedHashMap<>();
    for (MapSite site : sites) {
      MapRetry retry = site.derivesFromRead() ? retry(site) : null;
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

  private MapRetry retry(MapSite site) {
    return switch (site.repair().kind()) {
      case REFUSED -> planner.plan(site);
      case FUSED, MERGE_AT_WRITE -> planner.planFromTest(site);
      default -> null;
    };
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
