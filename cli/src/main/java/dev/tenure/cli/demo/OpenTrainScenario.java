package dev.tenure.cli.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.cli.http.JsonClient;

/**
 * What the demo on OpenTrain asks for: the hire, the trainer's proposal and the people who confirm.
 */
final class OpenTrainScenario {
  /** More than the hire can cost, fees included. */
  static final long ENOUGH_CENTS = 500_000;

  private static final long PEOPLE_TAKE_MS = 1_000;

  private OpenTrainScenario() {}

  static ObjectNode proposal() {
    var wish = object().put("count", 1).put("paymentType", "FIXED_PRICE").put("rateUsd", 1000);
    wish.putObject("candidate").put("firstName", "Maria").put("lastNameInitial", "G");
    return wish;
  }

  /** Everybody confirms after a second, and the trainer delivers after a second. */
  static ObjectNode people() {
    var policy = object();
    policy
        .putArray("approvals")
        .addObject()
        .put("type", "*")
        .putNull("subject")
        .put("decision", "confirm")
        .put("delayMs", PEOPLE_TAKE_MS);
    policy.putObject("trainer").put("requestPayout", true).put("delayMs", PEOPLE_TAKE_MS);
    return policy;
  }

  static ObjectNode hire(String proposalId) {
    var order = object().put("proposalId", proposalId).put("externalRef", "demo");
    var milestones = order.putArray("milestones");
    milestones.add(milestone("m1", "Batch 1", "10,000 dashcam frames, labelled", "450.00"));
    milestones.add(milestone("m2", "Batch 2", "5,000 night frames, labelled", "250.00"));
    milestones.add(milestone("m3", "Review", "Second look at the doubtful frames", "180.00"));
    order.putObject("budget").set("cap", usd("1000.00"));
    return order;
  }

  private static ObjectNode milestone(String key, String name, String description, String amount) {
    var milestone = object().put("key", key).put("name", name).put("description", description);
    milestone.set("amount", usd(amount));
    return milestone;
  }

  private static ObjectNode usd(String amount) {
    return object().put("amount", amount).put("currency", "USD");
  }

  private static ObjectNode object() {
    return JsonClient.JSON.createObjectNode();
  }
}
