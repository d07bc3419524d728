package io.tallyfast.analysis;

import java.util.Arrays;

/**
 * Immediate dominators of the instructions of a method, after Cooper, Harvey and Kennedy, "A
 * Simple, Fast Dominance Algorithm" (2001).
 */
public final class Dominators {
  private static final int UNKNOWN = -1;

  private final int[] immediate;
  private final int[] order;

  Dominators(ControlFlow flow) {
    int n = flow.size();
    immediate = new int[n];
    order = new int[n];
    Arrays.fill(immediate, UNKNOWN);
    Arrays.fill(order, UNKNOWN);
    int[] reversePostorder = reversePostorder(flow);
    for (int i = 0; i < reversePostorder.length; i++) {
      order[reversePostorder[i]] = i;
    }
    if (n > 0) {
      immediate[0] = 0;
      while (pass(flow, reversePostorder)) {
        // Until nothing changes any more.
      }
    }
  }

  private boolean pass(ControlFlow flow, int[] reversePostorder) {
    boolean changed = false;
    for (int k = 1; k < reversePostorder.length; k++) {
      int node = reversePostorder[k];
      int best = UNKNOWN;
      for (int p : flow.predecessors(node)) {
        if (immediate[p] != UNKNOWN) {
          best = best == UNKNOWN ? p : intersect(p, best);
        }
      }
      if (immediate[node] != best) {
        immediate[node] = best;
        changed = true;
      }
    }
    return changed;
  }

  private int intersect(int a, int b) {
    int x = a;
    int y = b;
    while (x != y) {
      if (order[x] > order[y]) {
        x = immediate[x];
      } else {
        y = immediate[y];
      }
    }
    return x;
  }

  private static int[] reversePostorder(ControlFlow flow) {
    int n = flow.size();
    int[] result = new int[n];
    int[] stack = new int[n];
    int[] next = new int[n];
    boolean[] seen = new boolean[n];
    int at = n;
    int top = 0;
    if (n > 0) {
      stack[top++] = 0;
      seen[0] = true;
    }
    while (top > 0) {
      int node = stack[top - 1];
      int[] successors = flow.successors(node);
      if (next[node] < successors.length) {
        int s = successors[next[node]++];
        if (!seen[s]) {
          seen[s] = true;
          stack[top++] = s;
        }
      } else {
        result[--at] = node;
        top--;
      }
    }
    return Arrays.copyOfRange(result, at, n);
  }

  /** Whether every way to {@code b} leads through {@code a}; also true when they are the same. */
  public boolean dominates(int a, int b) {
    if (immediate[a] == UNKNOWN || immediate[b] == UNKNOWN) {
      return false;
    }
    int node = b;
    while (order[node] > order[a]) {
      node = immediate[node];
    }
    return node == a;
  }

  /** The last instruction other than {@code i} that lies on every way to {@code i}; 0 for 0. */
  public int immediate(int i) {
    return immediate[i];
  }
}
