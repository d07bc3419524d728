package io.tallyfast.demo.page;

import io.tallyfast.demo.result.AgentOutcome;
import io.tallyfast.demo.result.AgentOutcome.Site;
import java.util.List;

/** The updates in the server's code that the agent made safe. Stateless. */
final class Sites {

  private Sites() {}

  static void write(Html html, AgentOutcome outcome) {
    List<Site> busy = outcome.sites().stream().filter(site -> site.prevented() > 0).toList();
    List<Site> idle = outcome.sites().stream().filter(site -> site.prevented() == 0).toList();
    table(html, busy);
    html.open("details");
    html.text("summary", idle.size() + " more guarded places, where nothing was lost in this run");
    table(html, idle);
    html.close("details");
  }

  private static void table(Html html, List<Site> sites) {
    long most = sites.stream().mapToLong(Site::prevented).max().orElse(0);
    html.open("table", "class", "sites").open("thead").open("tr");
    html.text("th", "place in the server's code", "scope", "col");
    html.text("th", "written as", "scope", "col").text("th", "prevented", "scope", "col");
    html.text("th", "", "scope", "col").close("tr").close("thead").open("tbody");
    sites.forEach(site -> row(html, site, most));
    html.close("tbody").close("table");
  }

  private static void row(Html html, Site site, long most) {
    html.open("tr").open("th", "scope", "row").text("code", file(site.place()));
    html.text("span", method(site.place()), "class", "note").close("th");
    html.text("td", site.idiom())
        .text("td", Numbers.plain((double) site.prevented()), "class", "number");
    html.open("td", "class", "wide");
    if (most > 0) {
      html.open("svg", "aria-hidden", "true", "class", "track");
      html.empty(
          "rect",
          "class",
          "with",
          "width",
          Numbers.at(100.0 * site.prevented() / most) + "%",
          "height",
          "100%");
      html.close("svg");
    }
    html.close("td").close("tr");
  }

  /** {@code Server.java:45} of {@code com.acme.Server.store(Server.java:45)}. */
  private static String file(String place) {
    int open = place.lastIndexOf('(');
    return place.substring(open + 1, Math.max(open + 1, place.length() - 1));
  }

  /** {@code Server.store} of {@code com.acme.Server.store(Server.java:45)}. */
  private static String method(String place) {
    String name = place.substring(0, Math.max(0, place.lastIndexOf('(')));
    int type = name.lastIndexOf('.', name.lastIndexOf('.') - 1);
    return name.substring(type + 1);
  }
}
