package dev.tenure.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.front.ProblemException;
import dev.tenure.cli.http.JsonClient;
import dev.tenure.cli.network.PortPlan;
import dev.tenure.cli.terminal.Console;
import java.util.Map;

/**
 * A hire on OpenContract: two milestones. The demo itself is the person who decides the approvals:
 * all but the release of the second milestone, which it disputes and whose criteria are then found
 * met by half.
 */
final class OpenContractDemo extends HireDemo {
  private static final String SANDBOX = "/sandbox/opencontract";
  private static final String ACCOUNT = "opencontract";
  private static final String DISPUTED = "m2";

  /** More than the hire can lock, bonds included. */
  private static final long ENOUGH_UNITS = 1_000_000_000;

  /** The worker accepts and delivers after a second; so long do those who vote take. */
  private static final String PEOPLE =
      """
      {"seed": 1,
       "workers": {"rivals": 1, "accept": 1.0, "decline": 0.0, "deliver": 1.0, "withdraw": 0.0,
         "delayMs": 1000, "maxDelayMs": 1000},
       "backups": {"votes": 3, "delayMs": 1000, "criteria": ["met", "not met"]}}
      """;

  private static final String REVIEWERS =
      """
      {"reviewersMs": 2000}
      """;

  OpenContractDemo(PortPlan ports, Environment env, Console console) {
    super(ports, env, console);
  }

  @Override
  Map<String, JsonNode> settings() {
    return Map.of(
        SANDBOX + "/people", JsonClient.parse(PEOPLE),
        SANDBOX + "/settings", JsonClient.parse(REVIEWERS));
  }

  @Override
  JsonNode request() {
    haveBalance();
    var worker = read(SANDBOX + "/play-wallets/worker-1").path("address").asText();
    var reference = "demo-" + System.currentTimeMillis();
    console.say("");
    console.say("POST /v1/hires: " + reference + ", two milestones, awarded to " + worker);
    return JsonClient.parse(
        """
      {"account": "opencontract", "externalRef": "%s", "openContract": {"worker": "%s"},
       "milestones": [
         {"key": "m1", "name": "Bird calls", "description": "Name the bird in each of 500 clips.",
          "amount": {"amount": "120.00", "currency": "USDC"},
          "openContract": {"acceptanceCriteria": ["every clip is named", "names are in Latin"]}},
         {"key": "m2", "name": "Night calls", "description": "Name the bird in each of 200 clips.",
          "amount": {"amount": "80.00", "currency": "USDC"},
          "openContract": {"acceptanceCriteria": ["every clip is named", "names are in Latin"]},
          "fund": {"when": "after_paid", "after": "m1"}}],
       "budget": {"cap": {"amount": "250.00", "currency": "USDC"}}}
      """
            .formatted(reference, worker));
  }

  private void haveBalance() {
    if (read(payer()).path("balanceUnits").asLong() < ENOUGH_UNITS) {
      write(payer(), JsonClient.JSON.createObjectNode().put("balanceUnits", ENOUGH_UNITS));
    }
  }

  /** Where the sandbox tells of the account's address, which the account's worker tells. */
  private String payer() {
    for (var account : front.get("/v1/accounts").json().path("items")) {
      if (account.path("id").asText().equals(ACCOUNT)
          && account.path("agent").path("address").isTextual()) {
        return SANDBOX + "/agents/" + account.path("agent").path("address").asText();
      }
    }
    throw new Refused("The account " + ACCOUNT + " tells no address");
  }

  @Override
  void decide(String hire) {
    front
        .get("/v1/approvals?status=pending&hire=" + hire)
        .json()
        .path("items")
        .forEach(this::decide);
  }

  private void decide(JsonNode approval) {
    var release = approval.path("kind").asText().equals("milestone_approve");
    var confirm = !release || !approval.path("milestone").asText().equals(DISPUTED);
    var id = approval.path("id").asText();
    var decision =
        JsonClient.JSON
            .createObjectNode()
            .put("decision", confirm ? "confirm" : "decline")
            .put("termsDigest", approval.path("termsDigest").asText())
            .put("reason", confirm ? "as agreed" : "the names are not in Latin");
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

  @Override
  MoneyTable compare(JsonNode hire) {
    return OpenContractMoney.compare(
        hire,
        front.get("/v1/hires/" + hire.path("id").asText() + "/ledger").json(),
        contract -> read(SANDBOX + "/wallets?contract=" + contract).path("wallets").path(0));
  }

  @Override
  String pages() {
    return "/opencontract";
  }
}
