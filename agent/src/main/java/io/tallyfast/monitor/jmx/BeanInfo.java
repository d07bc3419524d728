package io.tallyfast.monitor.jmx;

import java.util.ArrayList;
import java.util.List;
import javax.management.MBeanOperationInfo;
import javax.management.openmbean.OpenMBeanAttributeInfo;
import javax.management.openmbean.OpenMBeanAttributeInfoSupport;
import javax.management.openmbean.OpenMBeanConstructorInfo;
import javax.management.openmbean.OpenMBeanInfoSupport;
import javax.management.openmbean.OpenMBeanOperationInfo;
import javax.management.openmbean.OpenMBeanOperationInfoSupport;
import javax.management.openmbean.OpenMBeanParameterInfo;
import javax.management.openmbean.OpenMBeanParameterInfoSupport;
import javax.management.openmbean.SimpleType;
import javax.management.openmbean.TabularType;

/** Describes the MBean to its clients. Stateless. */
final class BeanInfo {
  static final String SITES = "Sites";
  static final String REPORT = "report";
  static final String WRITE_REPORT = "writeReport";
  static final String RESET = "reset";

  private BeanInfo() {}

  /**
   * Describes it.
   *
   * @param sites type of the table of sites
   */
  static OpenMBeanInfoSupport of(TabularType sites) {
    List<OpenMBeanAttributeInfo> attributes = new ArrayList<>();
    for (Total total : Total.values()) {
      attributes.add(
          new OpenMBeanAttributeInfoSupport(
              total.attribute(), total.description(), total.type().open(), true, false, false));
    }
    attributes.add(
        new OpenMBeanAttributeInfoSupport(
            SITES, "Each site, and what was counted there", sites, true, false, false));
    return new OpenMBeanInfoSupport(
        TallyfastBean.class.getName(),
        "What the agent Tallyfast counts",
        attributes.toArray(new OpenMBeanAttributeInfo[0]),
        new OpenMBeanConstructorInfo[0],
        operations(),
        null);
  }

  private static OpenMBeanOperationInfo[] operations() {
    OpenMBeanParameterInfo path =
        new OpenMBeanParameterInfoSupport(
            "path",
            "The file, on the machine of the application; .txt, .json, .sarif or .html",
            SimpleType.STRING);
    return new OpenMBeanOperationInfo[] {
      operation(REPORT, "The report of now, as text", SimpleType.STRING, MBeanOperationInfo.INFO),
      operation(
          WRITE_REPORT,
          "Writes the report of now into a file, and answers its name",
          SimpleType.STRING,
          MBeanOperationInfo.ACTION,
          path),
      operation(RESET, "Starts all figures from zero", SimpleType.VOID, MBeanOperationInfo.ACTION)
    };
  }

  private static OpenMBeanOperationInfo operation(
      String name,
      String description,
      SimpleType<?> result,
      int impact,
      OpenMBeanParameterInfo... parameters) {
    return new OpenMBeanOperationInfoSupport(name, description, parameters, result, impact);
  }
}
