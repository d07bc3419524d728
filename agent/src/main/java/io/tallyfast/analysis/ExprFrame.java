package io.tallyfast.analysis;

import java.util.Arrays;

/**
 * What the local variables and the stack of a method hold at one place. Frames share their arrays
 * where nothing was stored in between, so an array is never changed once a frame has it, but for
 * values that turn out to be others. Not thread-safe.
 */
public final class ExprFrame {
  private Expr[] locals;
  private Expr[] stack;

  /** The merge points made here, locals first; null where there is none. */
  private Expr[] phis;

  ExprFrame(Expr[] locals, Expr[] stack) {
    this.locals = locals;
    this.stack = stack;
  }

  /** How many slots there are for local variables. */
  public int getLocals() {
    return locals.length;
  }

  /** The value of a local variable. */
  public Expr getLocal(int slot) {
    return locals[slot];
  }

  /** How many values there are on the stack. */
  public int getStackSize() {
    return stack.length;
  }

  /** A value on the stack, counted from its bottom. */
  public Expr getStack(int i) {
    return stack[i];
  }

  /** All local variables; not to be changed. */
  Expr[] locals() {
    return locals;
  }

  /** The whole stack, from its bottom; not to be changed. */
  Expr[] stack() {
    return stack;
  }

  /** The value of a slot: locals first, then the stack. */
  Expr slot(int i) {
    return i < locals.length ? locals[i] : stack[i - locals.length];
  }

  /** Takes over what the only way here brings; tells whether it is anything new. */
  boolean becomes(Expr[] newLocals, Expr[] newStack) {
    boolean changed = !isSame(locals, newLocals) || !isSame(stack, newStack);
    locals = newLocals;
    stack = newStack;
    return changed;
  }

  private static boolean isSame(Expr[] a, Expr[] b) {
    if (a != b) {
      for (int i = 0; i < a.length; i++) {
        if (a[i] != b[i]) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Makes a merge point of every slot in which another way brings a different value.
   *
   * @param position the instruction of this frame
   * @return whether that changed anything
   */
  boolean join(Expr[] otherLocals, Expr[] otherStack, int position) {
    Expr[] joinedLocals = joined(locals, otherLocals, 0, position);
    Expr[] joinedStack = joined(stack, otherStack, locals.length, position);
    boolean changed = joinedLocals != locals || joinedStack != stack;
    locals = joinedLocals;
    stack = joinedStack;
    return changed;
  }

  private Expr[] joined(Expr[] mine, Expr[] others, int firstSlot, int position) {
    Expr[] result = mine;
    for (int i = 0; i < mine.length && mine != others; i++) {
      if (mine[i] != others[i]) {
        Expr after = join(mine[i], others[i], firstSlot + i, position);
        if (after != mine[i]) {
          result = result == mine ? mine.clone() : result;
          result[i] = after;
        }
      }
    }
    return result;
  }

  private Expr join(Expr mine, Expr other, int slot, int position) {
    if (mine == Expr.UNSET) {
      return mine;
    }
    if (other == Expr.UNSET || mine.getSize() != other.getSize()) {
      return Expr.UNSET;
    }
    if (phis != null && mine == phis[slot]) {
      return mine;
    }
    if (phis == null) {
      phis = new Expr[locals.length + stack.length];
    }
    if (phis[slot] == null) {
      phis[slot] = new Expr(Expr.Op.PHI, null, mine.getSize());
      phis[slot].index = slot;
      phis[slot].joinsAt = position;
    }
    return phis[slot];
  }

  /** Whether there is a merge point for any slot. */
  boolean hasPhis() {
    return phis != null;
  }

  /** The merge point made for a slot that still holds it, or null. */
  Expr phi(int slot) {
    return phis != null && phis[slot] == slot(slot) ? phis[slot] : null;
  }

  /** Puts the values that merge points turned out to be in their place. */
  void resolve(ExprFrame before) {
    if (before == null || before.locals != locals) {
      resolve(locals);
    }
    resolve(stack);
  }

  private static void resolve(Expr[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i].resolved();
    }
  }

  @Override
  public String toString() {
    return Arrays.toString(locals) + ' ' + Arrays.toString(stack);
  }
}
