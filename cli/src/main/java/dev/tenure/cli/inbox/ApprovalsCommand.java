package dev.tenure.cli.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.hire.HireFilter;
import dev.tenure.cli.hire.HireLookup;
import dev.tenure.cli.hire.HirePrinter;
import dev.tenure.cli.hire.UnwantedApproval;
import dev.tenure.cli.http.Query;
import dev.tenure.cli.option.ListOptions;
import dev.tenure.cli.terminal.Formats;
import dev.tenure.cli.terminal.Screen;
import dev.tenure.cli.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "approvals",
    description = "Lists the approvals that wait for a person, the soonest deadline first.")
public final class ApprovalsCommand implements Callable<Integer> {
  @Mixin ListOptions front = new ListOptions();

  @Option(names = "--status", defaultValue = "pending", description = "Default: pending.")
  String status = "";

  @Mixin HireFilter hire = new HireFilter();

  @Override
  public Integer call() {
    var client = front.front();
    var query = new Query().with("status", status).with("hire", hire.id(client));
    return front.show(
        "/v1/approvals", query, "No approval is " + status.replace('_', ' ') + ".", this::print);
  }

  @Command(
      name = "confirm",
      description = "Confirms an approval of OpenContract, on the terms that it shows first.")
  int confirm(@Mixin DecisionOptions decision) {
    return decision.send("confirm");
  }

  @Command(name = "decline", description = "Declines an approval of OpenContract.")
  int decline(@Mixin DecisionOptions decision) {
    return decision.send("decline");
  }

  private void print(Screen screen, List<JsonNode> approvals) {
    screen.table(
        new Table<JsonNode>()
            .left("DEADLINE", approval -> Formats.distance(approval.path("expiresAt")))
            .left("APPROVAL", ApprovalWords::named)
            .right("AMOUNT", approval -> Formats.money(approval.path("amount")))
            .rightIfRoom("FEES", one -> Formats.money(one.path("fees").path("estimated")))
            .left("HIRE", approval -> HireLookup.shortened(approval.path("hireId"), screen))
            .words("TITLE", HirePrinter::title)
            .notes(ApprovalsCommand::notes),
        approvals);
  }

  private static List<String> notes(JsonNode approval) {
    var notes = new ArrayList<String>();
    notes.add(Formats.text(approval.path("url")));
    UnwantedApproval.warning(approval.path("hireStatus").asText(), approval).ifPresent(notes::add);
    if (Formats.there(approval.path("termsDigest"))) {
      notes.add("tenure approvals confirm " + approval.path("id").asText());
    }
    if (Formats.there(approval.path("ifDeclined"))) {
      notes.add("If it is declined, " + ApprovalWords.ifDeclined(approval) + ".");
    }
    return notes;
  }
}
