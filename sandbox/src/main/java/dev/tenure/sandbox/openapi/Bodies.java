package dev.tenure.sandbox.openapi;

import dev.tenure.sandbox.rules.Feed;
import dev.tenure.sandbox.world.PaymentType;
import dev.tenure.sandbox.world.Scope;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What requests may carry. */
final class Bodies {
  private Bodies() {}

  static Map<String, Object> hire() {
    return Schema.object(
        List.of("milestone"),
        Schema.properties(
            "milestone",
            Schema.object(
                List.of("amount"),
                Schema.properties(
                    "name", Schema.text(),
                    "description", Schema.text(),
                    "amount", Schema.usd(),
                    "dueDate", Schema.text("date"))),
            "confirmNotFitOverride",
            Schema.type("boolean")));
  }

  static Map<String, Object> milestone() {
    return Schema.object(
        List.of("description"),
        Schema.properties(
            "description", Schema.text(),
            "name", Schema.text(),
            "amountUsd", Schema.usd(),
            "volume", Schema.with(Schema.type("number"), "exclusiveMinimum", 0),
            "dueDate", Schema.text("date")));
  }

  static Map<String, Object> topUp() {
    Map<String, Object> amount =
        Schema.with(Schema.with(Schema.usd(), "minimum", 10), "maximum", 10_000);
    return Schema.object(List.of(), Schema.properties("amountUsd", amount, "amount", amount));
  }

  static Map<String, Object> token() {
    return Schema.object(
        List.of(),
        Schema.properties(
            "name", Schema.with(Schema.text(), "maxLength", 120),
            "scopes", Schema.list(Schema.oneOf(List.copyOf(Scope.ALL))),
            "expiresAt", Schema.text("date-time")));
  }

  static Map<String, Object> teamInvite() {
    return Schema.object(List.of("email"), Schema.properties("email", Schema.text("email")));
  }

  static Map<String, Object> message() {
    return Schema.object(
        List.of("conversationId", "content"),
        Schema.properties(
            "conversationId",
            Schema.text(),
            "content",
            Schema.with(Schema.with(Schema.text(), "minLength", 1), "maxLength", 10_000)));
  }

  static Map<String, Object> draft() {
    return Schema.object(
        List.of(),
        Schema.properties(
            "title", Schema.text(),
            "description", Schema.text(),
            "paymentType", Schema.oneOf(Stream.of(PaymentType.values()).map(Enum::name).toList()),
            "idempotencyKey", Schema.text()));
  }

  static Map<String, Object> jobInvite() {
    return Schema.object(List.of("freelancerId"), Schema.properties("freelancerId", Schema.text()));
  }

  static Map<String, Object> webhook() {
    return Schema.object(
        List.of("url", "eventTypes"),
        Schema.properties(
            "url",
            Schema.with(Schema.text("uri"), "maxLength", 2_048),
            "eventTypes",
            Schema.with(
                Schema.list(Schema.oneOf(Feed.SCOPES.keySet().stream().sorted().toList())),
                "minItems",
                1)));
  }

  static Map<String, Object> register() {
    return Schema.object(
        List.of(),
        Schema.properties(
            "identity_type", Schema.oneOf(List.of("anonymous")),
            "agent_name", Schema.text(),
            "organization_name", Schema.text()));
  }

  static Map<String, Object> claim() {
    return Schema.object(
        List.of("claim_token", "email"),
        Schema.properties("claim_token", Schema.text(), "email", Schema.text("email")));
  }

  static Map<String, Object> exchange() {
    return Schema.object(
        List.of("grant_type", "claim_token"),
        Schema.properties("grant_type", Schema.text(), "claim_token", Schema.text()));
  }

  static Map<String, Object> revoke() {
    return Schema.object(List.of("token"), Schema.properties("token", Schema.text()));
  }
}
