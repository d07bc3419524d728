package languages

import groovy.transform.CompileStatic
import java.util.concurrent.ConcurrentHashMap

@CompileStatic
class GroovyStats {
  private final Map<String, Integer> stats = new HashMap<>()
  private final Map<String, Integer> guarded = new HashMap<>()
  private final Map<String, Integer> shared = new ConcurrentHashMap<>()
  private final Map<String, GroovyHolder> holders = new HashMap<>()

  void plus(String k) {
    stats[k] += 1 // assertReported("get-put")
  }

  void assigned(String k) {
    stats[k] = stats[k] + 1 // assertReported("get-put")
  }

  void called(String k) {
    stats.put(k, stats.get(k) + 1) // assertReported("get-put")
  }

  void elvis(String k) {
    stats[k] = (stats[k] ?: 0) + 1 // assertReported("ternary-put")
  }

  void orDefault(String k) {
    stats[k] = stats.getOrDefault(k, 0) + 1 // assertReported("getordefault-put")
  }

  void withDefault(String k) {
    stats[k] = stats.get(k, 0) + 1 // assertReported("getordefault-put")
  }

  void incremented(String k) {
    stats[k]++ // assertReported("get-put")
  }

  void merged(String k) {
    stats.merge(k, 1, Integer::sum) // assertReported("merge")
  }

  void atomic(String k) {
    shared.merge(k, 1, Integer::sum)
  }

  void holder(String k) {
    holders[k].hit() // assertReported("holder-call")
  }

  synchronized void locked(String k) {
    guarded[k] += 1
  }
}

@CompileStatic
class GroovyHolder {
  private int count

  void hit() {
    count++
  }
}
