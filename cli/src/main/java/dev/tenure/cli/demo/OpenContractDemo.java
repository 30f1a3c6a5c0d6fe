package dev.tenure.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.front.FrontAddress;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.front.ProblemException;
import dev.tenure.cli.http.ProxyVariables;
import dev.tenure.cli.http.UnreachableException;
import dev.tenure.cli.network.Port;
import dev.tenure.cli.network.PortPlan;
import dev.tenure.cli.terminal.Console;
import java.math.BigDecimal;
import java.util.Map;

/**
 * One whole hire on the sandbox's OpenContract, told as it happens. The demo itself is the person
 * who decides the approvals: all but the release of the second milestone, which it disputes.
 */
final class OpenContractDemo implements Runnable {
  private final FrontClient front;
  private final HireRun hireRun;
  private final SandboxApi sandbox;
  private final Console console;

  OpenContractDemo(PortPlan ports, Environment env, Console console) {
    this.front = new FrontClient(FrontAddress.ofStack(env, ports), ProxyVariables.none());
    this.hireRun = new HireRun(front, ports, console);
    this.sandbox = new SandboxApi(ports.url(Port.SANDBOX));
    this.console = console;
  }

  /** Throws {@link Refused} unless the hire ended and the money is the same on both sides. */
  @Override
  public void run() {
    var people = sandbox.agents();
    var settings = sandbox.openContractSettings();
    sandbox.setAgents(OpenContractScenario.people());
    sandbox.setOpenContractSettings(OpenContractScenario.settings());
    try {
      var payer = payer();
      sandbox.haveBalance(payer, OpenContractScenario.ENOUGH_UNITS);
      var before = sandbox.balance(payer);
      var hire = carryOut(sandbox.playWallet("worker-1"));
      var table = compareMoney(hire, sandbox.balance(payer).subtract(before));
      hireRun.sayWhereToLook(hire, "/opencontract");
      if (!table.agrees()) {
        throw new Refused("The hire ended, but the money differs; see the table");
      }
    } finally {
      restore(people, settings);
    }
  }

  /** In words only: what went wrong before it matters more. */
  private void restore(JsonNode people, JsonNode settings) {
    try {
      sandbox.setAgents(people);
      sandbox.setOpenContractSettings(settings);
    } catch (Refused | UnreachableException e) {
      console.say("The sandbox's agents stay as the demo set them: " + e.getMessage());
    }
  }

  /** The address of the account, which its worker tells. */
  private String payer() {
    for (var account : front.get("/v1/accounts").json().path("items")) {
      if (account.path("id").asText().equals(OpenContractScenario.ACCOUNT)
          && account.path("agent").path("address").isTextual()) {
        return account.path("agent").path("address").asText();
      }
    }
    throw new Refused("The account " + OpenContractScenario.ACCOUNT + " tells no address");
  }

  private JsonNode carryOut(String worker) {
    var reference = "demo-" + System.currentTimeMillis();
    console.say("");
    console.say("POST /v1/hires: " + reference + ", two milestones, awarded to " + worker);
    return hireRun.carryOut(
        OpenContractScenario.hire(worker, reference), look -> decideAll(look.path("id").asText()));
  }

  private void decideAll(String hire) {
    var pending = front.get("/v1/approvals?status=pending&hire=" + hire).json();
    for (var approval : pending.path("items")) {
      decide(approval);
    }
  }

  private void decide(JsonNode approval) {
    var release = approval.path("kind").asText().equals("milestone_approve");
    var confirm =
        !release || !approval.path("milestone").asText().equals(OpenContractScenario.DISPUTED);
    var id = approval.path("id").asText();
    var decision =
        OpenContractScenario.decision(
            confirm,
            approval.path("termsDigest").asText(),
            confirm ? "as agreed" : "the names are not in Latin");
    try {
      front.post(
          "/v1/approvals/" + id + "/decision",
          FrontClient.bytes(decision),
          Map.of("Idempotency-Key", "demo-" + id));
    } catch (ProblemException e) {
      // The engine may have withdrawn it between the look and the answer.
      console.say("  approval " + id + ": " + e.getMessage());
    }
  }

  private MoneyTable compareMoney(JsonNode hire, BigDecimal change) {
    var table =
        OpenContractMoney.compare(
            hire,
            front.get("/v1/hires/" + hire.path("id").asText() + "/ledger").json(),
            sandbox::contractWallet,
            change);
    console.say("");
    console.say("The money");
    table.print(console);
    return table;
  }
}
