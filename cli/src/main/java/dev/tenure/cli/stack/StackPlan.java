package dev.tenure.cli.stack;

import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.home.Home;
import dev.tenure.cli.network.Port;
import dev.tenure.cli.network.PortPlan;
import dev.tenure.cli.supervision.Service;
import dev.tenure.cli.temporal.TemporalCli;
import dev.tenure.cli.temporal.TemporalServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What has to run, in which order, with which settings. */
record StackPlan(
    Environment env,
    Home home,
    PortPlan ports,
    Distribution distribution,
    Marketplace marketplace) {

  static StackPlan of(Environment env, Home home, Distribution distribution) {
    var ports = PortPlan.of(env);
    TemporalVariables.of(env).check();
    return new StackPlan(env, home, ports, distribution, Marketplace.of(env, ports));
  }

  /** Another database or another Temporal may be named; then ours stays away. */
  boolean ownsDatabase() {
    return env.get("TENURE_JDBC_URL").isEmpty();
  }

  boolean ownsTemporal() {
    return !TemporalVariables.of(env).nameAnother();
  }

  /** What the others need: it is ready before they start. */
  List<Service> foundations(TemporalCli temporal) {
    var services = new ArrayList<Service>();
    if (ownsTemporal()) {
      services.add(temporal(temporal));
    }
    if (ownsDatabase()) {
      services.add(database());
    }
    if (marketplace.sandbox()) {
      services.add(sandbox());
    }
    return List.copyOf(services);
  }

  List<Service> engine() {
    return List.of(api(), worker());
  }

  private Service temporal(TemporalCli cli) {
    return new Service(
        "temporal",
        TemporalServer.command(cli, home.data("temporal"), ports),
        home.folder(),
        new RoleEnvironment(this).temporal(),
        Set.of(Port.TEMPORAL, Port.TEMPORAL_UI, Port.TEMPORAL_METRICS, Port.TEMPORAL_HTTP),
        Roles.probe("temporal", ports));
  }

  private Service database() {
    return role("database", new RoleEnvironment(this).database());
  }

  /** It listens at a second port, so that each marketplace has one of its own. */
  Service sandbox() {
    return role(
        "sandbox", new RoleEnvironment(this).sandbox(), Set.of(Port.SANDBOX, Port.OPENCONTRACT));
  }

  /** What the sandbox's OpenContract is paid with. */
  DevelopmentWallet wallet() {
    return new DevelopmentWallet(home);
  }

  private Service api() {
    return role("api", new RoleEnvironment(this).api());
  }

  private Service worker() {
    return role("worker", new RoleEnvironment(this).worker());
  }

  private Service role(String name, Map<String, String> environment) {
    return role(name, environment, Roles.port(name).map(Set::of).orElseThrow());
  }

  private Service role(String name, Map<String, String> environment, Set<Port> listens) {
    return new Service(
        name,
        distribution.command(name),
        distribution.folder(),
        new RoleEnvironment(this).withJvmOptions(name, environment),
        listens,
        Roles.probe(name, ports));
  }

  /** What the user is told once everything serves. */
  List<String> summary() {
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
    var url = marketplace.url();
    return List.of(
        "The sandbox is up. Ctrl-C ends it.",
        "  marketplace API  " + url + "/api/public/v1",
        "  OpenContract     " + OpenContractVariables.sandboxUrl(ports) + "/v1",
        "  pages            " + url + "/",
        "  controls         " + url + "/sandbox",
        "  an owner's token " + Marketplace.SANDBOX_TOKEN,
        "  data             " + home.data("sandbox"),
        "  log              " + home.log("sandbox"));
  }
}
