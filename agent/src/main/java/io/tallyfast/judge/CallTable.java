package io.tallyfast.judge;

import io.tallyfast.analysis.CallFact;
import io.tallyfast.analysis.ClassScan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which methods call which, in three numbers a call: enough to find the few classes whose calls are
 * worth a closer look. Names are known by their hashes here, so it may find a class too many, never
 * one too few. Not thread-safe.
 */
final class CallTable {
  private static final int WIDTH = 3;
  private static final int SLOTS = 1 << 16;

  private final List<String> names = new ArrayList<>();
  private final List<int[]> calls = new ArrayList<>();
  private final List<int[]> delegates = new ArrayList<>();
  private final List<String[]> supertypes = new ArrayList<>();
  private final Map<String, Integer> positions = new HashMap<>();

  /** Takes the calls of one class. */
  void add(ClassScan scan) {
    positions.put(scan.name(), names.size());
    names.add(scan.name());
    calls.add(scan.calls());
    delegates.add(scan.delegates());
    supertypes.add(scan.supertypes());
  }

  /** A method, or what stands for it here. */
  record Member(String type, int hash) {}

  /**
   * The methods that call one of some methods, directly or through others.
   *
   * @param depth through how many others at most
   * @return by class: the hashes of names and descriptors
   */
  Map<String, Set<Integer>> callersOf(Set<Member> members, int depth) {
    Map<String, Set<Integer>> all = new HashMap<>();
    Relatives relatives = new Relatives();
    Set<Member> wanted = members;
    for (int i = 0; i < depth && !wanted.isEmpty(); i++) {
      wanted = callersOf(wanted, relatives, all);
    }
    return all;
  }

  private Set<Member> callersOf(
      Set<Member> members, Relatives relatives, Map<String, Set<Integer>> all) {
    Map<Integer, Set<Integer>> owners = new HashMap<>();
    for (Member member : members) {
      owners
          .computeIfAbsent(member.hash, hash -> new HashSet<>())
          .addAll(relatives.of(member.type));
    }
    Set<Integer> anonymous = new HashSet<>();
    for (Member member : members) {
      if (CallFact.isAnonymous(member.type)) {
        anonymous.add(member.type.hashCode());
      }
    }
    boolean[] maybe = new boolean[SLOTS];
    for (int hash : owners.keySet()) {
      maybe[slot(hash)] = true;
    }
    Set<Member> found = new HashSet<>();
    for (int i = 0; i < calls.size(); i++) {
      int[] list = calls.get(i);
      for (int k = 0; k < list.length; k += WIDTH) {
        Set<Integer> of = maybe[slot(list[k + 1])] ? owners.get(list[k + 1]) : null;
        boolean calls = of != null && of.contains(list[k + 2]);
        if ((calls || anonymous.contains(list[k + 2]))
            && all.computeIfAbsent(names.get(i), name -> new HashSet<>()).add(list[k])) {
          found.add(new Member(names.get(i), list[k]));
        }
      }
    }
    return found;
  }

  /**
   * The methods that may only call another and that some methods are, or call in turn.
   *
   * @param members hashes of the names and descriptors of the methods
   * @param known what methods call that are known to only call another
   * @param depth through how many others at most
   * @return by class: the hashes of names and descriptors
   */
  Map<String, Set<Integer>> delegatesOf(
      Set<Integer> members, Map<Integer, Set<Integer>> known, int depth) {
    Map<String, Set<Integer>> all = new HashMap<>();
    Set<Integer> reached = new HashSet<>(members);
    for (int i = 0; i < depth; i++) {
      Set<Integer> next = new HashSet<>();
      for (int member : reached) {
        next.addAll(known.getOrDefault(member, Set.of()));
      }
      for (int k = 0; k < names.size(); k++) {
        addDelegates(k, reached, next, all);
      }
      reached.addAll(next);
    }
    return all;
  }

  private void addDelegates(
      int position, Set<Integer> wanted, Set<Integer> called, Map<String, Set<Integer>> all) {
    for (int member : delegates.get(position)) {
      if (wanted.contains(member)
          && all.computeIfAbsent(names.get(position), name -> new HashSet<>()).add(member)) {
        int[] list = calls.get(position);
        for (int k = 0; k < list.length; k += WIDTH) {
          if (list[k] == member) {
            called.add(list[k + 1]);
          }
        }
      }
    }
  }

  /** Those of some methods, given as {@code owner.nameDescriptor}, that are called. */
  Set<String> calledOf(Set<String> methods) {
    Map<Long, String> byHash = new HashMap<>();
    for (String method : methods) {
      int dot = method.indexOf('.');
      byHash.put(
          key(method.substring(0, dot).hashCode(), method.substring(dot + 1).hashCode()), method);
    }
    Set<String> called = new HashSet<>();
    for (int[] list : byHash.isEmpty() ? List.<int[]>of() : calls) {
      for (int k = 0; k < list.length; k += WIDTH) {
        String method = byHash.get(key(list[k + 2], list[k + 1]));
        if (method != null) {
          called.add(method);
        }
      }
    }
    return called;
  }

  private static long key(int owner, int member) {
    return (long) owner << 32 | member & 0xFFFFFFFFL;
  }

  /** Methods by class, likewise for the classes above: they may be inherited. */
  Map<String, Set<Integer>> withAncestors(Map<String, Set<Integer>> members) {
    Map<String, Set<Integer>> all = new HashMap<>();
    for (Map.Entry<String, Set<Integer>> entry : members.entrySet()) {
      Set<String> types = new HashSet<>();
      addAbove(entry.getKey(), types);
      for (String type : types) {
        all.computeIfAbsent(type, name -> new HashSet<>()).addAll(entry.getValue());
      }
    }
    return all;
  }

  private void addAbove(String type, Set<String> types) {
    Integer position = positions.get(type);
    if (types.add(type) && position != null) {
      for (String parent : supertypes.get(position)) {
        addAbove(parent, types);
      }
    }
  }

  /** Most calls are of no interest, and are told by one look into an array. */
  private static int slot(int hash) {
    return (hash ^ hash >>> 16) & (SLOTS - 1);
  }

  /** The types above and below a type, itself included, by the hashes of their names. */
  private final class Relatives {
    private final Map<String, Set<Integer>> known = new HashMap<>();
    private final Map<String, List<String>> subtypes = new HashMap<>();

    Relatives() {
      for (int i = 0; i < names.size(); i++) {
        for (String parent : supertypes.get(i)) {
          subtypes.computeIfAbsent(parent, name -> new ArrayList<>(2)).add(names.get(i));
        }
      }
    }

    Set<Integer> of(String type) {
      return known.computeIfAbsent(type, this::find);
    }

    private Set<Integer> find(String type) {
      Set<String> types = new HashSet<>();
      addAbove(type, types);
      types.remove(type);
      addBelow(type, types);
      Set<Integer> hashes = new HashSet<>();
      for (String one : types) {
        hashes.add(one.hashCode());
      }
      return hashes;
    }

    private void addBelow(String type, Set<String> types) {
      if (types.add(type)) {
        for (String child : subtypes.getOrDefault(type, List.of())) {
          addBelow(child, types);
        }
      }
    }
  }
}
