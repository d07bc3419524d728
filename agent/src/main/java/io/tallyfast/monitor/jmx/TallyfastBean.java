package io.tallyfast.monitor.jmx;

import io.tallyfast.monitor.Monitored;
import io.tallyfast.monitor.State;
import io.tallyfast.report.Evidence;
import io.tallyfast.report.ReportFile;
import io.tallyfast.report.ReportFormat;
import io.tallyfast.report.ReportStyle;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.MBeanException;
import javax.management.MBeanInfo;
import javax.management.ReflectionException;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenMBeanInfoSupport;

/**
 * The MBean. Thread-safe. Attributes that are asked for together are of one moment. All are of open
 * types, so that a client needs no class of ours.
 */
final class TallyfastBean implements DynamicMBean {
  private final Monitored agent;
  private final SiteTableData sites;
  private final OpenMBeanInfoSupport info;

  TallyfastBean(Monitored agent) throws OpenDataException {
    this.agent = agent;
    this.sites = new SiteTableData();
    this.info = BeanInfo.of(sites.type());
  }

  @Override
  public MBeanInfo getMBeanInfo() {
    return info;
  }

  @Override
  public Object getAttribute(String name) throws AttributeNotFoundException, MBeanException {
    return new Moment(agent.now()).value(name);
  }

  /** What is no attribute is left out, as the interface demands. */
  @Override
  public AttributeList getAttributes(String[] names) {
    Moment moment = new Moment(agent.now());
    AttributeList values = new AttributeList();
    for (String name : names) {
      try {
        values.add(new Attribute(name, moment.value(name)));
      } catch (AttributeNotFoundException | MBeanException e) {
        agent.failed("cannot show the attribute " + name, e);
      }
    }
    return values;
  }

  /** What was counted at one moment, which all attributes of a request are of. */
  private final class Moment {
    private final State state;
    private final Evidence sum;

    Moment(State state) {
      this.state = state;
      this.sum = state.total();
    }

    Object value(String name) throws AttributeNotFoundException, MBeanException {
      for (Total total : Total.values()) {
        if (total.attribute().equals(name)) {
          return total.of(state, sum);
        }
      }
      if (!BeanInfo.SITES.equals(name)) {
        throw new AttributeNotFoundException("no attribute is called " + name);
      }
      try {
        return sites.of(state.findings());
      } catch (OpenDataException e) {
        throw new MBeanException(e);
      }
    }
  }

  @Override
  public void setAttribute(Attribute attribute) throws AttributeNotFoundException {
    throw new AttributeNotFoundException("no attribute can be set");
  }

  @Override
  public AttributeList setAttributes(AttributeList attributes) {
    return new AttributeList();
  }

  @Override
  public Object invoke(String operation, Object[] parameters, String[] signature)
      throws MBeanException, ReflectionException {
    int given = parameters == null ? 0 : parameters.length;
    try {
      if (BeanInfo.REPORT.equals(operation) && given == 0) {
        return report();
      }
      if (BeanInfo.WRITE_REPORT.equals(operation) && given == 1) {
        return write(String.valueOf(parameters[0]));
      }
    } catch (IOException | IllegalArgumentException e) {
      // Only of classes that every client has.
      throw new MBeanException(new IOException(e.toString()), "cannot write the report");
    }
    if (BeanInfo.RESET.equals(operation) && given == 0) {
      agent.reset();
      return null;
    }
    throw new ReflectionException(new NoSuchMethodException(operation));
  }

  private String report() throws IOException {
    State state = agent.now();
    StringWriter out = new StringWriter();
    ReportFile.show(
        ReportFormat.TEXT.writeTo(out, ReportStyle.PLAIN), state.summary(), state.findings());
    return out.toString();
  }

  private String write(String path) throws IOException {
    Path file = Path.of(path).toAbsolutePath();
    agent.write(file);
    return file.toString();
  }
}
