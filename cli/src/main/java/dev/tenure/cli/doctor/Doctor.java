package dev.tenure.cli.doctor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.network.Port;
import dev.tenure.cli.network.PortPlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Looks at everything that a first real hire needs, from the machine to the marketplace. */
public final class Doctor {
  private final Environment env;
  private final FrontClient front;
  private final boolean remote;

  /**
   * @param remote whether the front is named, so that this machine's own stack does not matter
   */
  public Doctor(Environment env, FrontClient front, boolean remote) {
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
      all.add(new WorkerCheck(PortPlan.of(env).url(Port.WORKER)).finding());
    }
    all.addAll(new AccountCheck(front).findings());
    return List.copyOf(all);
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
