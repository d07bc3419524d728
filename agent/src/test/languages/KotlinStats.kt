package languages

import java.util.concurrent.ConcurrentHashMap

class KotlinStats {
  private val stats: MutableMap<String, Int> = HashMap()
  private val guarded: MutableMap<String, Int> = HashMap()
  private val shared = ConcurrentHashMap<String, Int>()
  private val holders: MutableMap<String, KotlinHolder> = HashMap()
  private var copies: Map<String, Int> = mapOf()
  private val lock = Any()

  fun bang(k: String) {
    stats[k] = stats[k]!! + 1 // assertReported("get-put")
  }

  fun value(k: String) {
    stats[k] = stats.getValue(k) + 1 // assertReported("get-put")
  }

  fun elvis(k: String) {
    stats[k] = (stats[k] ?: 0) + 1 // assertReported("ternary-put")
  }

  fun orDefault(k: String) {
    stats[k] = stats.getOrDefault(k, 0) + 1 // assertReported("getordefault-put")
  }

  fun orPut(k: String) {
    stats[k] = stats.getOrPut(k) { 0 } + 1 // assertReported("ternary-put")
  }

  fun orElse(k: String) {
    stats[k] = stats.getOrElse(k) { 0 } + 1 // assertReported("ternary-put")
  }

  fun merge(k: String) {
    stats.merge(k, 1, Int::plus) // assertReported("merge")
  }

  fun compute(k: String) {
    stats.compute(k) { _, n -> (n ?: 0) + 1 } // assertReported("compute")
  }

  fun largest(k: String, n: Int) {
    stats[k] = maxOf(stats[k] ?: 0, n) // assertReported("extreme-put")
  }

  fun notAtomic(k: String) {
    shared[k] = (shared[k] ?: 0) + 1 // assertReported("ternary-put")
  }

  fun atomic(k: String) {
    shared.merge(k, 1, Int::plus)
  }

  fun holder(k: String) {
    holders.getOrPut(k) { KotlinHolder() }.count++ // assertReported("holder-field")
  }

  fun hit(k: String) {
    holders.getValue(k).hit() // assertReported("holder-call")
  }

  fun copied(k: String) {
    copies = copies + (k to (copies[k] ?: 0) + 1) // assertReported("map-updated")
  }

  @Synchronized
  fun method(k: String) {
    guarded[k] = (guarded[k] ?: 0) + 1
  }

  fun local(keys: List<String>): Map<String, Int> {
    val counts = HashMap<String, Int>()
    for (k in keys) {
      counts[k] = (counts[k] ?: 0) + 1
    }
    return counts
  }
}

class KotlinLocked {
  private val stats: MutableMap<String, Int> = HashMap()
  private val lock = Any()

  fun block(k: String) {
    synchronized(lock) {
      stats[k] = (stats[k] ?: 0) + 1
    }
  }
}

class KotlinHolder {
  @JvmField var count = 0

  fun hit() {
    count++
  }
}
