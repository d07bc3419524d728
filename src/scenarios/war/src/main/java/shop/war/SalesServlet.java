package shop.war;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import shop.Sales;

/** Sells, and tells what was sold. */
public final class SalesServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient Sales sales = new Sales();
  private int visits;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    visits++;
    if (request.getServletPath().equals("/sell")) {
      sales.sell();
    } else {
      response.getWriter().print(sales + ", visits " + (visits - 1));
    }
  }
}
