package shop.scala

import _root_.shop.{Counting, Rush, Shop, Truck}
import java.util.concurrent.Executors

/** Counts as Scala does in maps of Java. */
final class ScalaSales extends Counting {
  private val sold = new java.util.HashMap[String, Int]()
  private val delivered = new java.util.HashMap[String, Int]()
  private val truck = new Truck
  sold.put("tea", 0)
  delivered.put("tea", 0)

  override def sell(): Unit = {
    sold.put("tea", sold.get("tea") + 1)
    val before = delivered.get("tea")
    truck.drive()
    delivered.put("tea", before + 1)
  }

  override def toString: String =
    s"sold ${sold.get("tea")}, delivered ${delivered.get("tea")}"
}

object ScalaShop {
  def main(args: Array[String]): Unit =
    Shop.sell(Executors.newFixedThreadPool(Rush.CUSTOMERS), new ScalaSales)
}
