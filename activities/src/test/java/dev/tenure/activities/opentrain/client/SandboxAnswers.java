package dev.tenure.activities.opentrain.client;

import dev.tenure.activities.http.HttpAnswer;
import dev.tenure.activities.marketplace.ForeignJson;
import dev.tenure.activities.opentrain.client.json.ErrorBody;
import dev.tenure.activities.opentrain.client.json.Update;
import dev.tenure.lifecycle.call.Notification;
import io.micronaut.json.tree.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Refusals and events of the sandbox as the texts that a story compares. */
final class SandboxAnswers {

  private SandboxAnswers() {}

  /** A refusal: its status and what tells it from others. */
  static String problem(HttpAnswer answer) {
    return problem(
        answer.status(), OpenTrainJson.error(answer.body()).orElseThrow(AssertionError::new));
  }

  static String problem(int status, ErrorBody error) {
    String link = error.detail("billingUrl") == null ? error.detail("claimUrl") : "";
    return "%d %s, reason %s, detail %s, %s"
        .formatted(
            status,
            error.code(),
            error.reason(),
            detail(error),
            link == null ? "no link" : "a link");
  }

  private static @Nullable String detail(ErrorBody error) {
    JsonNode scopes = error.details() == null ? null : error.details().get("requiredScopes");
    if (scopes != null) {
      return Objects.requireNonNull(scopes.get(0)).getStringValue();
    }
    for (String name : List.of("featureKey", "field", "resource")) {
      String detail = error.detail(name);
      if (detail != null) {
        return detail;
      }
    }
    return null;
  }

  /** An event as a notification of it. */
  static String event(Update event) {
    JsonNode data = Objects.requireNonNull(event.data());
    Notification notification =
        new Notification(
            Objects.requireNonNull(event.type()),
            text(data, "approvalId"),
            text(data, "milestoneId"),
            text(data, "contractId"),
            text(data, "proposalId"),
            data.get("state") != null ? text(data, "state") : text(data, "status"));
    return Instant.parse(Objects.requireNonNull(event.createdAt())) + " " + notification;
  }

  private static @Nullable String text(JsonNode data, String field) {
    return ForeignJson.text(data, field);
  }
}
