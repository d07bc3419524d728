package io.tallyfast.monitor.jmx;

import io.tallyfast.report.Finding;
import java.util.ArrayList;
import java.util.List;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.TabularData;
import javax.management.openmbean.TabularDataSupport;
import javax.management.openmbean.TabularType;

/** Makes the table of sites: of open types only, so that any client can read it. Immutable. */
final class SiteTableData {
  private final List<String> items = new ArrayList<>();
  private final CompositeType row;
  private final TabularType table;

  SiteTableData() throws OpenDataException {
    List<String> descriptions = new ArrayList<>();
    List<OpenType<?>> types = new ArrayList<>();
    List<String> index = new ArrayList<>();
    for (Column column : Column.values()) {
      items.add(column.item());
      descriptions.add(column.description());
      types.add(column.type().open());
      if (column.isIndex()) {
        index.add(column.item());
      }
    }
    row =
        new CompositeType(
            "Site",
            "A site and what was counted there",
            items.toArray(new String[0]),
            descriptions.toArray(new String[0]),
            types.toArray(new OpenType<?>[0]));
    table = new TabularType("Sites", "All sites", row, index.toArray(new String[0]));
  }

  TabularType type() {
    return table;
  }

  /** The table of these sites. */
  TabularData of(List<Finding> findings) throws OpenDataException {
    TabularDataSupport data = new TabularDataSupport(table);
    for (Finding finding : findings) {
      List<Object> values = new ArrayList<>();
      for (Column column : Column.values()) {
        values.add(column.of(finding));
      }
      CompositeDataSupport next =
          new CompositeDataSupport(row, items.toArray(new String[0]), values.toArray());
      // A class that another class loader has in a newer version may have the same site elsewhere.
      if (!data.containsKey(data.calculateIndex(next))) {
        data.put(next);
      }
    }
    return data;
  }
}
