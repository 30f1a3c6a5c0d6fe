package dev.tenure.cli.doctor;

import dev.tenure.cli.Environment;
import dev.tenure.cli.Refused;
import dev.tenure.cli.stack.BusyPorts;
import dev.tenure.cli.stack.Home;
import dev.tenure.cli.stack.Marketplace;
import dev.tenure.cli.stack.Port;
import dev.tenure.cli.stack.PortPlan;
import dev.tenure.cli.stack.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;

/** Looks at this machine: the JDK, the folder, the ports, the marketplace's variables. */
final class MachineLook {
  private static final int JDK = 25;

  private final Environment env;
  private final Home home;

  MachineLook(Environment env) {
    this.env = env;
    this.home = new Home(env.home());
  }

  List<Finding> findings() {
    return List.of(jdk(Runtime.version().feature()), folder(), ports(), token());
  }

  static Finding jdk(int version) {
    return version >= JDK
        ? Finding.green("JDK", "Java " + version)
        : Finding.red(
            "JDK",
            "Java " + version + " is too old",
            "Install a JDK " + JDK + " or newer, or name one by TENURE_JAVA_HOME");
  }

  private Finding folder() {
    try {
      home.prepare();
      Files.delete(Files.createTempFile(home.folder(), "doctor", null));
      return Finding.green("folder", home.folder() + " can be written");
    } catch (Refused | IOException e) {
      return Finding.red(
          "folder",
          home.folder() + " cannot be written",
          "Make it writable, or name another by TENURE_HOME");
    }
  }

  private Finding ports() {
    var stack = new Records(home).runningStack();
    if (stack.isPresent()) {
      return Finding.green(
          "ports", "the stack of " + home.folder() + " is up, from port " + stack.get().portBase());
    }
    var plan = PortPlan.of(env);
    var busy = BusyPorts.words(plan, EnumSet.allOf(Port.class));
    return busy.isEmpty()
        ? Finding.green("ports", "free from " + plan.base() + " on")
        : Finding.red("ports", "no stack of " + home.folder() + " is up, and ports are busy", busy);
  }

  private Finding token() {
    try {
      var marketplace = Marketplace.of(env, PortPlan.of(env));
      return marketplace.sandbox()
          ? Finding.green("token", "none is set: the stack hires on its own sandbox")
          : Finding.green("token", "set, for " + marketplace.url());
    } catch (Refused e) {
      return Finding.red("token", e.words(), "Set both, or neither");
    }
  }
}
