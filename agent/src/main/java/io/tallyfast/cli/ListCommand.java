package io.tallyfast.cli;

import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;
import io.tallyfast.config.Request;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows the JVMs of this machine, and where the agent is on. */
@Command(
    name = "list",
    description = "Shows the JVMs of this user on this machine, and where the agent is on.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    usageHelpAutoWidth = true,
    footer = {
      "",
      "It asks each JVM, which waits for one that does not answer. Exit status: 0,",
      "3 when this Java cannot attach to others."
    })
final class ListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<VirtualMachineDescriptor> all;
    try {
      all = VirtualMachine.list();
    } catch (NoClassDefFoundError e) {
      Errors.say(spec.commandLine().getErr(), TargetJvm.NO_ATTACH);
      return Errors.UNREADABLE;
    }
    out.printf("%7s  %-16s  %s%n", "PID", "TALLYFAST", "MAIN CLASS");
    for (VirtualMachineDescriptor jvm : all) {
      long pid = Long.parseLong(jvm.id());
      if (pid != ProcessHandle.current().pid()) {
        String main = jvm.displayName().isBlank() ? "unknown" : firstWord(jvm.displayName());
        out.printf("%7d  %-16s  %s%n", pid, state(pid), main);
      }
    }
    out.flush();
    return ExitCode.OK;
  }

  private static String firstWord(String command) {
    int space = command.indexOf(' ');
    return space < 0 ? command : command.substring(0, space);
  }

  private static String state(long pid) {
    try (TargetJvm jvm = TargetJvm.connect(pid)) {
      String version = jvm.properties().getProperty(Request.VERSION_PROPERTY);
      return version == null ? "off" : "on " + version;
    } catch (AttachException e) {
      return "cannot tell";
    }
  }
}
