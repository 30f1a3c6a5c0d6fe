package dev.tenure.cli.stack;

import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.home.Home;
import dev.tenure.cli.home.Records;
import dev.tenure.cli.network.Port;
import dev.tenure.cli.network.PortPlan;
import dev.tenure.cli.supervision.Service;
import dev.tenure.cli.temporal.TemporalCli;
import dev.tenure.cli.temporal.TemporalServer;
import dev.tenure.cli.terminal.Console;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What has to run, in which order, with which settings.
 *
 * @param env its variables
 * @param home its folder
 * @param distribution its programs
 * @param console where the user is told of it
 */
public record StackPlan(Environment env, Home home, Distribution distribution, Console console) {

  /** The one that the variables of this process say, of this very program. */
  public static StackPlan ofThisProcess() {
    var env = Environment.ofThisProcess();
    return new StackPlan(
        env, new Home(env.home()), Distribution.ofThisProgram(), Console.standardOutput());
  }

  /** The same without some of the variables. */
  public StackPlan without(Predicate<String> names) {
    return new StackPlan(env.without(names), home, distribution, console);
  }

  /**
   * The same, once its variables agree.
   *
   * @throws Refused when they do not
   */
  StackPlan checked() {
    new TemporalVariables(env).check();
    marketplace();
    return this;
  }

  Records records() {
    return new Records(home);
  }

  PortPlan ports() {
    return PortPlan.of(env);
  }

  Marketplace marketplace() {
    return Marketplace.of(env, ports());
  }

  /** Another database or another Temporal may be named; then ours stays away. */
  boolean ownsDatabase() {
    return env.get("TENURE_JDBC_URL").isEmpty();
  }

  boolean ownsTemporal() {
    return !new TemporalVariables(env).nameAnother();
  }

  /** What the others need: it is ready before they start. */
  List<Service> foundations(TemporalCli temporal) {
    var services = new ArrayList<Service>();
    if (ownsTemporal()) {
      services.add(temporal(temporal));
    }
    if (ownsDatabase()) {
      services.add(role("database", new RoleEnvironment(this).database()));
    }
    if (marketplace().sandbox()) {
      services.add(sandbox());
    }
    return List.copyOf(services);
  }

  List<Service> engine() {
    var environment = new RoleEnvironment(this);
    return List.of(role("api", environment.api()), role("worker", environment.worker()));
  }

  Service sandbox() {
    return role("sandbox", new RoleEnvironment(this).sandbox());
  }

  /** What the sandbox's OpenContract is paid with. */
  DevelopmentWallet wallet() {
    return new DevelopmentWallet(home);
  }

  private Service temporal(TemporalCli cli) {
    var command = TemporalServer.command(cli, home.data("temporal"), ports());
    return service("temporal", command, home.folder(), new RoleEnvironment(this).temporal());
  }

  private Service role(String name, Map<String, String> environment) {
    return service(
        name,
        distribution.command(name),
        distribution.folder(),
        new RoleEnvironment(this).withJvmOptions(name, environment));
  }

  private Service service(
      String name, List<String> command, Path folder, Map<String, String> environment) {
    return new Service(
        name, command, folder, environment, Roles.ports(name), Roles.probe(name, ports()));
  }

  /** What the user is told once everything serves. */
  List<String> summary() {
    var ports = ports();
    var marketplace = marketplace();
    var lines = new ArrayList<String>();
    lines.add("Tenure is up.");
    lines.add("  pages            " + ports.url(Port.API) + "/");
    lines.add("  api              " + ports.url(Port.API) + "/v1/hires");
    lines.add("  approvals        " + ports.url(Port.API) + "/v1/approvals?status=pending");
    if (ports.isOnAllAddresses(Port.API)) {
      lines.add("                   from elsewhere: the same on any address of this machine");
    }
    if (marketplace.sandbox()) {
      lines.add("  sandbox          " + marketplace.url());
      lines.add("  its OpenContract " + OpenContractVariables.sandboxUrl(ports));
    } else {
      lines.add("  marketplace      " + marketplace.url() + " (the real one)");
    }
    if (ownsTemporal()) {
      lines.add("  Temporal Web UI  " + ports.url(Port.TEMPORAL_UI));
    }
    lines.add("  data and logs    " + home.folder());
    return List.copyOf(lines);
  }

  /** The same of the sandbox alone. */
  List<String> sandboxSummary() {
    var url = marketplace().url();
    return List.of(
        "The sandbox is up. Ctrl-C ends it.",
        "  marketplace API  " + url + "/api/public/v1",
        "  OpenContract     " + OpenContractVariables.sandboxUrl(ports()) + "/v1",
        "  pages            " + url + "/",
        "  controls         " + url + "/sandbox",
        "  an owner's token " + Marketplace.SANDBOX_TOKEN,
        "  data             " + home.data("sandbox"),
        "  log              " + home.log("sandbox"));
  }
}
