package dev.tenure.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.front.FrontAddress;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.http.ProxyVariables;
import dev.tenure.cli.http.UnreachableException;
import dev.tenure.cli.network.Port;
import dev.tenure.cli.network.PortPlan;
import dev.tenure.cli.terminal.Console;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** One whole hire against the sandbox of a running stack, told as it happens. */
public final class Demo {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);
  private static final Set<String> CLOSED = Set.of("ended", "declined", "expired", "cancelled");

  private final FrontClient front;
  private final SandboxApi sandbox;
  private final PortPlan ports;
  private final Console console;

  public Demo(PortPlan ports, Environment env, Console console) {
    this.front = new FrontClient(FrontAddress.ofStack(env, ports), ProxyVariables.none());
    this.sandbox = new SandboxApi(ports.url(Port.SANDBOX));
    this.ports = ports;
    this.console = console;
  }

  /** Throws {@link Refused} unless the hire ended and the money is the same on both sides. */
  public void run() {
    var before = sandbox.people();
    sandbox.setPeople(DemoScenario.people());
    try {
      sandbox.haveCredits(DemoScenario.ENOUGH_CENTS);
      var hire = carryOut(sandbox.freshProposal(DemoScenario.proposal()));
      var table = compareMoney(hire);
      sayWhereToLook(hire);
      if (!table.agrees()) {
        throw new Refused("The hire ended, but the money differs; see the table");
      }
    } finally {
      restorePeople(before);
    }
  }

  /** In words only: what went wrong before it matters more. */
  private void restorePeople(JsonNode before) {
    try {
      sandbox.setPeople(before);
    } catch (Refused | UnreachableException e) {
      console.say("The sandbox's people stay as the demo set them: " + e.getMessage());
    }
  }

  private JsonNode carryOut(String proposal) {
    console.say("");
    console.say("POST /v1/hires: proposal " + proposal + ", three milestones");
    var begun =
        front.post("/v1/hires", FrontClient.bytes(DemoScenario.hire(proposal)), Map.of()).json();
    var id = begun.path("id").asText();
    var ended = await(id, new EventFeed(front, id, console));
    if (!ended.path("status").asText().equals("ended")) {
      throw new Refused("The hire did not come to its end: it is " + ended.path("status").asText());
    }
    return ended;
  }

  private JsonNode await(String id, EventFeed feed) {
    var quietSince = System.nanoTime();
    while (true) {
      if (feed.tell() > 0) {
        quietSince = System.nanoTime();
      }
      var hire = front.get("/v1/hires/" + id).json();
      if (CLOSED.contains(hire.path("status").asText())) {
        feed.tell();
        return hire;
      }
      if (System.nanoTime() - quietSince > PATIENCE.toNanos()) {
        throw stuck(hire);
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  private static Refused stuck(JsonNode hire) {
    return new Refused(
        "Nothing has happened for %d s; the hire is %s, waits for %s, incidents %s"
            .formatted(
                PATIENCE.toSeconds(),
                hire.path("status").asText(),
                hire.path("waitingFor"),
                hire.path("incidents")));
  }

  private MoneyTable compareMoney(JsonNode hire) {
    var contractId = hire.path("contractId").asText();
    var ledger = sandbox.ledger(contractId).stream().map(LedgerEntry::of).toList();
    var table = MoneyTable.of(hire, sandbox.contract(contractId), ledger);
    console.say("");
    console.say("The money");
    new MoneyPrinter(console).print(table);
    return table;
  }

  private void sayWhereToLook(JsonNode hire) {
    console.say("");
    console.say("Look around; the stack stays up until: tenure down");
    var page = ports.url(Port.API) + "/hires/" + hire.path("id").asText();
    console.say("  its page         " + page);
    console.say(
        "  this hire        " + ports.url(Port.API) + "/v1/hires/" + hire.path("id").asText());
    console.say("  approvals        " + ports.url(Port.API) + "/v1/approvals");
    console.say("  sandbox pages    " + ports.url(Port.SANDBOX));
    console.say(
        "  Temporal Web UI  "
            + hire.path("links").path("temporalUi").asText(ports.url(Port.TEMPORAL_UI)));
  }
}
