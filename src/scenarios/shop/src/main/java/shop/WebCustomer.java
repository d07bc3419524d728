package shop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Buys by HTTP. */
public final class WebCustomer {
  private static final int OK = 200;

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;

  /** Creates a customer of the shop that is open at this port. */
  public WebCustomer(int port) {
    this.url = "http://127.0.0.1:" + port;
  }

  /** Lets many buy at once, and prints what the shop says that it sold. */
  public void rush() throws Exception {
    Rush.run(() -> get("/sell"));
    System.out.println(get("/sold"));
  }

  /** What is answered. */
  public String get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).build();
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    if (response.statusCode() != OK) {
      throw new IOException(path + ": " + response.statusCode() + ' ' + response.body());
    }
    return response.body();
  }
}
