package io.tallyfast.it;

import static io.tallyfast.it.Scenarios.classPath;
import static io.tallyfast.it.Scenarios.jar;
import static io.tallyfast.it.Scenarios.made;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Sales are counted right however the classes of the shop are loaded. */
class ClassLoadingIT {
  @TempDir private Path folder;

  @BothJdks
  void plainJar(int version) throws Exception {
    shop(version).run("-jar", jar("shop"));
  }

  @BothJdks
  void namedModule(int version) throws Exception {
    shop(version).run("-p", jar("shop"), "-m", "shop/shop.Shop");
  }

  @BothJdks
  void springBootFatJar(int version) throws Exception {
    shop(version).run("-jar", jar("spring-boot"));
  }

  @BothJdks
  void warInTomcat(int version) throws Exception {
    // What its own start script opens, so that it can look for leaks.
    shop(version)
        .before(
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.rmi/sun.rmi.transport=ALL-UNNAMED")
        .run("-jar", jar("tomcat"), folder.toString(), war(), "1");
  }

  @BothJdks
  void warInJetty(int version) throws Exception {
    // It removes that folder at its end.
    String work = Files.createDirectory(folder.resolve("work")).toString();

    shop(version).run("-cp", classPath("jetty"), "shop.jetty.JettyMain", work, war());
  }

  @BothJdks
  void jbossModules(int version) throws Exception {
    Path module = Scenarios.source("jboss-modules", "modules/shop/main/module.xml");
    Scenarios.copy(folder.resolve("shop/main"), module, Path.of(jar("shop")));

    String modules = made("jboss-modules", "lib/jboss-modules.jar").toString();
    shop(version).run("-jar", modules, "-mp", folder.toString(), "shop");
  }

  @BothJdks
  void bundlesInFelix(int version) throws Exception {
    Path bundles =
        Scenarios.copy(folder.resolve("bundles"), Path.of(jar("shop")), Path.of(jar("felix")));

    shop(version)
        .before(
            "-Dfelix.auto.deploy.action=install,start",
            "-Dorg.osgi.framework.storage.clean=onFirstInit")
        .run(
            "-cp",
            made("felix", "lib/org.apache.felix.main.jar").toString(),
            "org.apache.felix.main.Main",
            "-b",
            bundles.toString(),
            folder.resolve("cache").toString());
  }

  @BothJdks
  void kotlin(int version) throws Exception {
    shop(version)
        .countsIn("shop.kotlin.KotlinSales.sell(KotlinShop.kt:")
        .run("-cp", classPath("kotlin"), "shop.kotlin.KotlinShopKt");
  }

  @BothJdks
  void scala(int version) throws Exception {
    shop(version)
        .countsIn("shop.scala.ScalaSales.sell(ScalaShop.scala:")
        .run("-cp", classPath("scala"), "shop.scala.ScalaShop");
  }

  @BothJdks
  void groovy(int version) throws Exception {
    shop(version)
        .countsIn("shop.groovy.GroovySales.sell(GroovyShop.groovy:")
        .run("-cp", classPath("groovy"), "shop.groovy.GroovyShop");
  }

  private Comparison shop(int version) {
    return new Comparison(version, folder);
  }

  private static String war() {
    return made("war", "war.war").toString();
  }
}
