package io.tallyfast.targets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.tallyfast.testkit.Racy;
import io.tallyfast.testkit.Target;

/** Counters in what a server has one object of, for the requests of all threads. */
public class HandlerTargets {
  private HandlerTargets() {}

  /** As containers name it. */
  @interface RestController {}

  /** It handles requests. */
  @Racy
  public static class Handler extends Target implements HttpHandler {
    private int visits;

    @Override
    public void handle(HttpExchange exchange) {
      visits++; // assertGuarded("instance-field")
    }

    @Override
    public Object hit(int i) {
      handle(null);
      return null;
    }

    @Override
    public Object state() {
      return visits;
    }
  }

  /** An annotation says that there is one for all. */
  @Racy
  @RestController
  public static class Annotated extends Target {
    private int visits;

    @Override
    public Object hit(int i) {
      visits += 2; // assertGuarded("instance-field")
      return null;
    }

    @Override
    public Object state() {
      return visits;
    }
  }
}
