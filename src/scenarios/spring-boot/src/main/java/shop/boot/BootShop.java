package shop.boot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import shop.Sales;
import shop.WebCustomer;

/** The shop as a service, with its customers. */
@SpringBootApplication
@RestController
public class BootShop {
  private final Sales sales = new Sales();

  /** Opens, sells to all who come, prints what was sold, and closes. */
  public static void main(String[] args) throws Exception {
    try (ConfigurableApplicationContext boot = SpringApplication.run(BootShop.class, args)) {
      int port = boot.getEnvironment().getRequiredProperty("local.server.port", int.class);
      new WebCustomer(port).rush();
    }
  }

  /** Sells one piece. */
  @GetMapping("/sell")
  public String sell() {
    sales.sell();
    return "";
  }

  /** What was sold. */
  @GetMapping("/sold")
  public String sold() {
    return sales.toString();
  }
}
