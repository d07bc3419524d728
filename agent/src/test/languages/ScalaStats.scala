package languages

import scala.collection.concurrent.TrieMap
import scala.collection.mutable

class ScalaStats {
  private val stats = mutable.Map[String, Int]()
  private val longs = mutable.HashMap[String, Long]()
  private val trie = TrieMap[String, Int]()
  private val holders = mutable.Map[String, ScalaHolder]()
  private var copies = Map[String, Int]()
  private val guarded = mutable.Map[String, Int]()

  def plus(k: String): Unit = {
    stats(k) += 1 // assertReported("get-put")
  }

  def orElse(k: String): Unit = {
    stats(k) = stats.getOrElse(k, 0) + 1 // assertReported("getordefault-put")
  }

  def update(k: String, n: Long): Unit = {
    longs.update(k, longs(k) + n) // assertReported("get-put")
  }

  def put(k: String): Unit = {
    stats.put(k, stats.getOrElse(k, 0) + 1) // assertReported("getordefault-put")
  }

  def pair(k: String): Unit = {
    stats += (k -> (stats.getOrElse(k, 0) + 1)) // assertReported("get-put")
  }

  def created(k: String): Unit = {
    stats(k) = stats.getOrElseUpdate(k, 0) + 1 // assertReported("get-put")
  }

  def matched(k: String): Unit = {
    stats.get(k) match {
      case Some(n) => stats(k) = n + 1 // assertReported("get-put")
      case None => stats(k) = 1 // assertReported("first-insert")
    }
  }

  def option(k: String): Unit = {
    stats(k) = stats.get(k).getOrElse(0) + 1 // assertReported("get-put")
  }

  def largest(k: String, n: Int): Unit = {
    stats(k) = math.max(stats(k), n) // assertReported("extreme-put")
  }

  def conditional(k: String, n: Int): Unit = {
    if (n > stats(k)) {
      stats(k) = n // assertReported("extreme-put")
    }
  }

  def updateWith(k: String): Unit = {
    stats.updateWith(k)(n => Some(n.getOrElse(0) + 1)) // assertReported("compute")
  }

  def shared(k: String): Unit = {
    trie(k) += 1 // assertReported("get-put")
  }

  def atomic(k: String): Unit = {
    trie.updateWith(k)(n => Some(n.getOrElse(0) + 1))
  }

  def holder(k: String): Unit = {
    holders(k).hit() // assertReported("holder-call")
  }

  def copied(k: String): Unit = {
    copies = copies.updated(k, copies.getOrElse(k, 0) + 1) // assertReported("map-updated")
  }

  def added(k: String): Unit = {
    copies += (k -> (copies.getOrElse(k, 0) + 1)) // assertReported("map-updated")
  }

  def locked(k: String): Unit = synchronized {
    guarded(k) += 1
  }

  def local(keys: Seq[String]): mutable.Map[String, Int] = {
    val counts = mutable.Map[String, Int]()
    var i = 0
    while (i < keys.size) {
      counts(keys(i)) = counts.getOrElse(keys(i), 0) + 1
      i += 1
    }
    counts
  }
}

class ScalaHolder {
  private var count = 0

  def hit(): Unit = {
    count += 1
  }
}
