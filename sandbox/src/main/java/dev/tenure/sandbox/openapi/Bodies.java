package dev.tenure.sandbox.openapi;

import dev.tenure.sandbox.market.Email;
import dev.tenure.sandbox.market.WebhookUrl;
import dev.tenure.sandbox.rules.Feed;
import dev.tenure.sandbox.rules.Registrations;
import dev.tenure.sandbox.world.PaymentType;
import dev.tenure.sandbox.world.Scope;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What requests may carry: what fits is taken, unless the world's state forbids it. */
final class Bodies {
  private Bodies() {}

  static Map<String, Object> hire() {
    Map<String, Object> milestone =
        Schema.object(
            List.of("amount"),
            Schema.properties(
                "name", optional(Schema.words()),
                "description", optional(Schema.words()),
                "amount", Schema.usd(),
                "dueDate", Schema.date()));
    return Schema.object(
        List.of("milestone"),
        Schema.properties(
            "milestone",
            Schema.with(milestone, "anyOf", List.of(saying("name"), saying("description"))),
            "confirmNotFitOverride",
            optional(Schema.type("boolean"))));
  }

  static Map<String, Object> milestone() {
    return Schema.object(
        List.of("description"),
        Schema.properties(
            "description", Schema.said(),
            "name", optional(Schema.words()),
            "amountUsd", optional(Schema.usd()),
            "volume", optional(Schema.positive()),
            "dueDate", Schema.date()));
  }

  static Map<String, Object> topUp() {
    Map<String, Object> amount =
        Schema.with(Schema.with(Schema.usd(), "minimum", 10), "maximum", 10_000);
    Map<String, Object> either =
        Schema.properties("amountUsd", optional(amount), "amount", optional(amount));
    return Schema.with(
        Schema.object(List.of(), either),
        "anyOf",
        List.of(having("amountUsd", amount), having("amount", amount)));
  }

  static Map<String, Object> token() {
    return Schema.object(
        List.of(),
        Schema.properties(
            "name", optional(Schema.words(120)),
            "scopes", optional(Schema.list(Schema.oneOf(List.copyOf(Scope.ALL)))),
            "expiresAt", Schema.date()));
  }

  static Map<String, Object> teamInvite() {
    return Schema.object(List.of("email"), Schema.properties("email", Schema.shaped(Email.SHAPE)));
  }

  static Map<String, Object> message() {
    return Schema.object(
        List.of("conversationId", "content"),
        Schema.properties("conversationId", Schema.said(), "content", Schema.said()));
  }

  static Map<String, Object> draft() {
    return Schema.object(
        List.of(),
        Schema.properties(
            "title", optional(Schema.words()),
            "description", optional(Schema.words()),
            "paymentType",
                Schema.maybeOneOf(Stream.of(PaymentType.values()).map(Enum::name).toList()),
            "idempotencyKey", optional(Schema.words())));
  }

  static Map<String, Object> jobInvite() {
    return Schema.object(List.of("freelancerId"), Schema.properties("freelancerId", Schema.said()));
  }

  static Map<String, Object> webhook() {
    return Schema.object(
        List.of("url", "eventTypes"),
        Schema.properties(
            "url",
            Schema.with(Schema.shaped(WebhookUrl.SHAPE), "maxLength", WebhookUrl.LONGEST),
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
            "identity_type", Schema.maybeOneOf(List.of("anonymous")),
            "agent_name", optional(Schema.words()),
            "organization_name", optional(Schema.words())));
  }

  static Map<String, Object> claim() {
    return Schema.object(
        List.of("claim_token", "email"),
        Schema.properties("claim_token", Schema.said(), "email", Schema.shaped(Email.SHAPE)));
  }

  static Map<String, Object> exchange() {
    return Schema.object(
        List.of("grant_type", "claim_token"),
        Schema.properties(
            "grant_type", Schema.oneOf(List.of(Registrations.GRANT)),
            "claim_token", Schema.with(Schema.text(), "minLength", 1)));
  }

  static Map<String, Object> revoke() {
    return Schema.object(
        List.of("token"), Schema.properties("token", Schema.with(Schema.text(), "minLength", 1)));
  }

  /** Null says the same as leaving it out. */
  private static Map<String, Object> optional(Map<String, Object> schema) {
    return Schema.nullable(schema);
  }

  private static Map<String, Object> saying(String field) {
    return having(field, Schema.said());
  }

  private static Map<String, Object> having(String field, Map<String, Object> schema) {
    return Map.of("required", List.of(field), "properties", Map.of(field, schema));
  }
}
