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
        RoleEnvironment.of(this).temporal(),
        Set.of(Port.TEMPORAL, Port.TEMPORAL_UI, Port.TEMPORAL_METRICS, Port.TEMPORAL_HTTP),
        Roles.probe("temporal", ports));
  }

  private Service database() {
    return role("database", RoleEnvironment.of(this).database());
  }

  /** It listens at a second port, so that each marketplace has one of its own. */
  Service sandbox() {
    return role(
        "sandbox", RoleEnvironment.of(this).sandbox(), Set.of(Port.SANDBOX, Port.OPENCONTRACT));
  }

  /** What the sandbox's OpenContract is paid with. */
  DevelopmentWallet wallet() {
    return new DevelopmentWallet(home);
  }

  private Service api() {
    return role("api", RoleEnvironment.of(this).api());
  }

  private Service worker() {
    return role("worker", RoleEnvironment.of(this).worker());
  }

  private Service role(String name, Map<String, String> environment) {
    return role(name, environment, Roles.port(name).map(Set::of).orElseThrow());
  }

  private Service role(String name, Map<String, String> environment, Set<Port> listens) {
    return new Service(
        name,
        distribution.command(name),
        distribution.folder(),
        RoleEnvironment.of(this).withJvmOptions(name, environment),
        listens,
        Roles.probe(name, ports));
  }
}
