package io.tallyfast.analysis;

/**
 * One entry of one map, as the code names it.
 *
 * @param map the map
 * @param key the key
 */
record Cell(Expr map, Expr key) implements Place {
  static Cell of(Expr call) {
    return new Cell(call.args[0], call.args[1]);
  }

  boolean isAlike(Cell other) {
    return Congruence.alike(map, other.map) && Congruence.alike(key, other.key);
  }

  boolean isCertainly(Cell other, MethodFlow flow) {
    Steadiness steadiness = new Steadiness(flow);
    return steadiness.certain(map, other.map) && steadiness.certain(key, other.key);
  }

  @Override
  public boolean isReadBy(Expr e, TypeOracle types) {
    if (e.op != Expr.Op.CALL) {
      return false;
    }
    MapCall call = MapCalls.of(e.insn, types);
    if (call == null || !call.reads()) {
      return false;
    }
    return isAlike(of(e)) || types.knowsForeignMaps() && isAlikeByTurns(of(e));
  }

  /** A key that changes in a loop, or in a branch: it may be the one that was read with. */
  private boolean isAlikeByTurns(Cell read) {
    if (key.op != Expr.Op.PHI || !Congruence.alike(map, read.map)) {
      return false;
    }
    for (Expr input : key.inputs()) {
      if (Congruence.alike(input, read.key)) {
        return true;
      }
    }
    return false;
  }
}
