package dev.tenure.cli.doctor;

import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.home.Home;
import dev.tenure.cli.home.Records;
import dev.tenure.cli.home.RunningStacks;
import dev.tenure.cli.network.BusyPorts;
import dev.tenure.cli.network.Port;
import dev.tenure.cli.network.PortPlan;
import dev.tenure.cli.stack.Marketplace;
import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;

/** Looks at this machine: the JDK, the folder, the ports, the marketplace's variables. */
final class MachineCheck {
  private static final int JDK = 25;

  private final Environment env;
  private final Home home;

  MachineCheck(Environment env) {
    this.env = env;
    this.home = new Home(env.home());
  }

  List<CheckResult> findings() {
    return List.of(jdk(Runtime.version().feature()), folder(), ports(), token());
  }

  static CheckResult jdk(int version) {
    return version >= JDK
        ? CheckResult.green("JDK", "Java " + version)
        : CheckResult.red(
            "JDK",
            "Java " + version + " is too old",
            "Install a JDK " + JDK + " or newer, or name one by TENURE_JAVA_HOME");
  }

  private CheckResult folder() {
    try {
      home.prepare();
      Files.delete(Files.createTempFile(home.folder(), "doctor", null));
      return CheckResult.green("folder", home.folder() + " can be written");
    } catch (Refused | IOException e) {
      return CheckResult.red(
          "folder",
          home.folder() + " cannot be written",
          "Make it writable, or name another by TENURE_HOME");
    }
  }

  private CheckResult ports() {
    var stack = new Records(home).runningStack();
    if (stack.isPresent()) {
      return CheckResult.green(
          "ports",
          "the stack of " + home.folder() + " is up, from port " + stack.get().ports().base());
    }
    var plan = PortPlan.of(env);
    var busy = BusyPorts.words(plan, EnumSet.allOf(Port.class));
    var other =
        new RunningStacks(env)
            .at(plan.base())
            .map(there -> "; the stack of " + there.folder() + " has them")
            .orElse("");
    return busy.isEmpty()
        ? CheckResult.green("ports", "free from " + plan.base() + " on")
        : CheckResult.red(
            "ports", "no stack of " + home.folder() + " is up, and ports are busy" + other, busy);
  }

  private CheckResult token() {
    try {
      var marketplace = Marketplace.of(env, PortPlan.of(env));
      return CheckResult.green(
          "token",
          switch (marketplace.kind()) {
            case SANDBOX -> "none is set: the stack hires on its own sandbox";
            case OPENTRAIN -> "set, for " + marketplace.url();
            case OPENCONTRACT -> "none is set; a key of OpenContract is, for " + marketplace.url();
          });
    } catch (Refused e) {
      return CheckResult.red("token", e.words(), "Set both, or neither");
    }
  }
}
