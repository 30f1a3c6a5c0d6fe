package dev.tenure.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.http.JsonClient;
import dev.tenure.cli.network.PortPlan;
import dev.tenure.cli.terminal.Console;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A hire on OpenTrain: three milestones, which everybody confirms. */
final class OpenTrainDemo extends HireDemo {
  private static final String MARKETPLACE = "/api/public/v1";

  /** More than the hire can cost, fees included. */
  private static final long ENOUGH_CENTS = 500_000;

  /** Everybody confirms after a second, and the trainer delivers after a second. */
  private static final String PEOPLE =
      """
      {"approvals": [{"type": "*", "subject": null, "decision": "confirm", "delayMs": 1000}],
       "trainer": {"requestPayout": true, "delayMs": 1000}}
      """;

  private static final String PROPOSAL =
      """
      {"count": 1, "paymentType": "FIXED_PRICE", "rateUsd": 1000,
       "candidate": {"firstName": "Maria", "lastNameInitial": "G"}}
      """;

  OpenTrainDemo(PortPlan ports, Environment env, Console console) {
    super(ports, env, console);
  }

  @Override
  Map<String, JsonNode> settings() {
    return Map.of("/sandbox/people", JsonClient.parse(PEOPLE));
  }

  @Override
  JsonNode request() {
    haveCredits();
    var proposals = call("POST", "/sandbox/proposals", JsonClient.parse(PROPOSAL));
    var proposal = proposals.path("proposals").path(0).asText();
    console.say("");
    console.say("POST /v1/hires: proposal " + proposal + ", three milestones");
    return JsonClient.parse(
        """
      {"proposalId": "%s", "externalRef": "demo",
       "milestones": [
         {"key": "m1", "name": "Batch 1", "description": "10,000 dashcam frames, labelled",
          "amount": {"amount": "450.00", "currency": "USD"}},
         {"key": "m2", "name": "Batch 2", "description": "5,000 night frames, labelled",
          "amount": {"amount": "250.00", "currency": "USD"}},
         {"key": "m3", "name": "Review", "description": "Second look at the doubtful frames",
          "amount": {"amount": "180.00", "currency": "USD"}}],
       "budget": {"cap": {"amount": "1000.00", "currency": "USD"}}}
      """
            .formatted(proposal));
  }

  /** So that the hire is paid from credits, unless other hires use them up meanwhile. */
  private void haveCredits() {
    var credits = read(MARKETPLACE + "/credits").path("credits");
    if (credits.path("availableCents").asLong() < ENOUGH_CENTS) {
      write(
          "/sandbox/accounts/acc_1",
          JsonClient.JSON.createObjectNode().put("creditsCents", ENOUGH_CENTS));
    }
  }

  @Override
  MoneyTable compare(JsonNode hire) {
    var id = hire.path("contractId").asText();
    return OpenTrainMoney.compare(
        hire, read(MARKETPLACE + "/contracts/" + id).path("contract"), ledger(id), effects(id));
  }

  /** What money of one contract moved; a ledger of the card has no marketplace. */
  private List<JsonNode> effects(String contractId) {
    var effects = new ArrayList<JsonNode>();
    read("/sandbox/audit").path("moneyEffects").forEach(effects::add);
    effects.removeIf(effect -> !effect.path("contractId").asText().equals(contractId));
    return effects;
  }

  /** The entries of one contract, oldest first; the marketplace shows the newest first. */
  private List<JsonNode> ledger(String contractId) {
    var entries = new ArrayList<JsonNode>();
    for (var cursor = ""; cursor != null; ) {
      var page = read(MARKETPLACE + "/credits/ledger?limit=100" + cursor);
      page.path("entries").forEach(entries::add);
      var next = page.path("nextCursor");
      cursor = next.isTextual() ? "&cursor=" + next.asText() : null;
    }
    entries.removeIf(entry -> !entry.path("contractId").asText().equals(contractId));
    return entries.reversed();
  }

  @Override
  String pages() {
    return "";
  }
}
