package dev.tenure.cli.doctor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.home.Home;
import dev.tenure.cli.home.Records;
import dev.tenure.cli.network.Port;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Looks at everything that a first real hire needs, from the machine to the marketplace. */
public final class Doctor {
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
    all.addAll(new FrontCheck(front, Instant.now()).findings());
    if (!remote) {
      all.add(worker());
    }
    all.addAll(new AccountCheck(front).findings());
    return List.copyOf(all);
  }

  /** Whoever listens at the worker's port while no stack runs here is another's. */
  private CheckResult worker() {
    return new Records(new Home(env.home()))
        .servingStack()
        .map(stack -> new WorkerCheck(stack.ports().url(Port.WORKER)).finding())
        .orElseGet(
            () ->
                CheckResult.red(
                    "worker",
                    "no stack runs in TENURE_HOME=" + env.home(),
                    "Start it with: tenure up"));
  }

  /** The findings for programs. */
  public static String json(List<CheckResult> findings) {
    var checks = JsonNodeFactory.instance.arrayNode();
    for (var finding : findings) {
      checks
          .addObject()
          .put("name", finding.name())
          .put("status", finding.verdict().wire())
          .put("words", finding.words())
          .put("remedy", finding.remedy());
    }
    return JsonNodeFactory.instance.objectNode().set("checks", checks).toString();
  }
}
