package dev.tenure.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.home.Home;
import dev.tenure.cli.home.Records;
import dev.tenure.cli.http.JsonClient;
import dev.tenure.cli.http.ProxyVariables;
import dev.tenure.cli.http.UnreachableException;
import dev.tenure.cli.network.Port;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks at everything that a first real hire needs, from the machine to the marketplace. */
public final class Doctor {
  private static final String START = "Start the stack with: tenure up";
  private static final Duration WITHIN = Duration.ofSeconds(10);

  private final Environment env;
  private final Supplier<FrontClient> front;
  private final boolean remote;

  /**
   * @param front throws where no stack runs that could be asked
   * @param remote whether the front is named, so that this machine's own stack does not matter
   */
  public Doctor(Environment env, Supplier<FrontClient> front, boolean remote) {
    this.env = env;
    this.front = front;
    this.remote = remote;
  }

  public List<CheckResult> look() {
    var all = new ArrayList<CheckResult>();
    if (!remote) {
      all.addAll(new MachineCheck(env).findings());
    }
    all.addAll(new FrontCheck(front).findings());
    if (!remote) {
      all.add(worker());
    }
    all.addAll(new AccountCheck(front).findings());
    return List.copyOf(all);
  }

  /**
   * The worker of the stack on this machine: Temporal, namespace, search attributes. Whoever
   * listens at its port while no stack runs here is another's.
   */
  private CheckResult worker() {
    return new Records(new Home(env.home()))
        .servingStack()
        .map(stack -> worker(stack.ports().url(Port.WORKER)))
        .orElseGet(
            () -> CheckResult.red("worker", "no stack runs in TENURE_HOME=" + env.home(), START));
  }

  private static CheckResult worker(String origin) {
    try {
      var health =
          new JsonClient(origin, Optional.empty(), ProxyVariables.none(), START)
              .send("GET", "/health/readiness", null, Map.of(), WITHIN);
      return health.status() == 200
          ? CheckResult.green("worker", "ready at " + origin)
          : CheckResult.red("worker", down(health.json().path("details")), "See the worker's log");
    } catch (UnreachableException e) {
      return CheckResult.red("worker", "cannot be reached at " + origin, START);
    }
  }

  private static String down(JsonNode details) {
    var words = new ArrayList<String>();
    for (var part : details.properties()) {
      if (!part.getValue().path("status").asText().equals("UP")) {
        words.add(part.getKey() + ": " + part.getValue().path("details"));
      }
    }
    return words.isEmpty() ? "not ready" : "not ready: " + String.join("; ", words);
  }
}
