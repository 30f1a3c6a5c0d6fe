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

/** One whole hire on the sandbox's OpenTrain, told as it happens. */
final class OpenTrainDemo implements Runnable {
  private final HireRun hireRun;
  private final SandboxApi sandbox;
  private final Console console;

  OpenTrainDemo(PortPlan ports, Environment env, Console console) {
    var front = new FrontClient(FrontAddress.ofStack(env, ports), ProxyVariables.none());
    this.hireRun = new HireRun(front, ports, console);
    this.sandbox = new SandboxApi(ports.url(Port.SANDBOX));
    this.console = console;
  }

  /** Throws {@link Refused} unless the hire ended and the money is the same on both sides. */
  @Override
  public void run() {
    var before = sandbox.people();
    sandbox.setPeople(OpenTrainScenario.people());
    try {
      sandbox.haveCredits(OpenTrainScenario.ENOUGH_CENTS);
      var proposal = sandbox.freshProposal(OpenTrainScenario.proposal());
      console.say("");
      console.say("POST /v1/hires: proposal " + proposal + ", three milestones");
      var hire = hireRun.carryOut(OpenTrainScenario.hire(proposal), look -> {});
      var table = compareMoney(hire);
      hireRun.sayWhereToLook(hire, "");
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

  private MoneyTable compareMoney(JsonNode hire) {
    var contractId = hire.path("contractId").asText();
    var ledger = sandbox.ledger(contractId).stream().map(LedgerEntry::of).toList();
    var table = OpenTrainMoney.compare(hire, sandbox.contract(contractId), ledger);
    console.say("");
    console.say("The money");
    table.print(console);
    return table;
  }
}
