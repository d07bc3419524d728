package shop.groovy

import groovy.transform.CompileStatic
import java.util.concurrent.Executors
import shop.Counting
import shop.Rush
import shop.Shop
import shop.Truck

/** Counts as Groovy does. */
@CompileStatic
class GroovySales implements Counting {
  private static int served
  private final Map<String, Integer> sold = new HashMap<>([tea: 0])
  private final Map<String, Integer> delivered = new HashMap<>([tea: 0])
  private final Truck truck = new Truck()

  @Override
  void sell() {
    sold.put('tea', sold.get('tea') + 1)
    int before = delivered.get('tea')
    truck.drive()
    delivered.put('tea', before + 1)
    served++
  }

  @Override
  String toString() {
    "sold ${sold['tea']}, delivered ${delivered['tea']}, served $served"
  }
}

@CompileStatic
class GroovyShop {
  static void main(String[] args) {
    Shop.sell(Executors.newFixedThreadPool(Rush.CUSTOMERS), new GroovySales())
  }
}
