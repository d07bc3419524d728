package shop.kotlin

import java.util.concurrent.Executors
import shop.Counting
import shop.Rush
import shop.Shop
import shop.Truck

/** Counts as Kotlin does. */
class KotlinSales : Counting {
  private val sold: MutableMap<String, Int> = HashMap(mapOf("tea" to 0))
  private val delivered = HashMap(mapOf("tea" to 0))
  private val truck = Truck()

  override fun sell() {
    sold["tea"] = (sold["tea"] ?: 0) + 1
    val before = delivered["tea"]!!
    truck.drive()
    delivered["tea"] = before + 1
    served++
  }

  override fun toString() = "sold ${sold["tea"]}, delivered ${delivered["tea"]}, served $served"

  private companion object {
    var served = 0
  }
}

fun main() {
  Shop.sell(Executors.newFixedThreadPool(Rush.CUSTOMERS), KotlinSales())
}
