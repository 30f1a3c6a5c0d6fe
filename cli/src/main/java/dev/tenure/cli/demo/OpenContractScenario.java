package dev.tenure.cli.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.cli.http.JsonClient;

/**
 * What the demo on OpenContract asks for: two milestones, of which a person approves one and
 * disputes the other, whose criteria are then found met by half.
 */
final class OpenContractScenario {
  static final String ACCOUNT = "opencontract";
  static final String DISPUTED = "m2";

  /** More than the hire can lock, bonds included. */
  static final long ENOUGH_UNITS = 1_000_000_000;

  private static final long AGENTS_TAKE_MS = 1_000;
  private static final long REVIEWERS_TAKE_MS = 2_000;

  private OpenContractScenario() {}

  /** The worker accepts and delivers after a second; so long do those who vote take. */
  static ObjectNode people() {
    var policy = object().put("seed", 1);
    policy
        .putObject("workers")
        .put("rivals", 1)
        .put("accept", 1.0)
        .put("decline", 0.0)
        .put("deliver", 1.0)
        .put("withdraw", 0.0)
        .put("delayMs", AGENTS_TAKE_MS)
        .put("maxDelayMs", AGENTS_TAKE_MS);
    var backups = policy.putObject("backups").put("votes", 3).put("delayMs", AGENTS_TAKE_MS);
    backups.putArray("criteria").add("met").add("not met");
    return policy;
  }

  static ObjectNode settings() {
    return object().put("reviewersMs", REVIEWERS_TAKE_MS);
  }

  static ObjectNode hire(String worker, String reference) {
    var request = object().put("account", ACCOUNT).put("externalRef", reference);
    request.putObject("openContract").put("worker", worker);
    var milestones = request.putArray("milestones");
    milestones.add(milestone("m1", "Bird calls", "Name the bird in each of 500 clips.", "120.00"));
    var second = milestone(DISPUTED, "Night calls", "Name the bird in each of 200 clips.", "80.00");
    second.putObject("fund").put("when", "after_paid").put("after", "m1");
    milestones.add(second);
    request.putObject("budget").set("cap", usdc("250.00"));
    return request;
  }

  static ObjectNode decision(boolean confirm, String termsDigest, String reason) {
    return object()
        .put("decision", confirm ? "confirm" : "decline")
        .put("termsDigest", termsDigest)
        .put("reason", reason);
  }

  private static ObjectNode milestone(String key, String name, String description, String amount) {
    var milestone = object().put("key", key).put("name", name).put("description", description);
    milestone.set("amount", usdc(amount));
    milestone
        .putObject("openContract")
        .putArray("acceptanceCriteria")
        .add("every clip is named")
        .add("names are in Latin");
    return milestone;
  }

  private static ObjectNode usdc(String amount) {
    return object().put("amount", amount).put("currency", "USDC");
  }

  private static ObjectNode object() {
    return JsonClient.JSON.createObjectNode();
  }
}
