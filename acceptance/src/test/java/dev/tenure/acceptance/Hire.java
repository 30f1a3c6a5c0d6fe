package dev.tenure.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/** One hire, seen over HTTP only. */
final class Hire {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final String url;

  private Hire(String url) {
    this.url = url;
  }

  /** Three milestones of 450, 250 and 100 dollars, one after the other. */
  static Hire begin(Stack stack, String proposal) {
    return begin(stack, "default", proposal);
  }

  static Hire begin(Stack stack, String account, String proposal) {
    JsonNode hire =
        Json.post(
                stack.api() + "/v1/hires",
                """
                {"account":"%s","proposalId":"%s","milestones":[
                  {"name":"Batch 1","description":"10k dashcam frames","amount":{"amount":"450.00","currency":"USD"}},
                  {"name":"Batch 2","description":"5k night frames","amount":{"amount":"250.00","currency":"USD"}},
                  {"name":"Batch 3","description":"2k rain frames","amount":{"amount":"100.00","currency":"USD"}}],
                 "budget":{"cap":{"amount":"1000.00","currency":"USD"}}}
                """
                    .formatted(account, proposal))
            .expect(201)
            .body();
    return new Hire(stack.api() + "/v1/hires/" + hire.get("id").asText());
  }

  /** The hire that a request has made, whose answer may never have come. */
  static Optional<Hire> ofProposal(Stack stack, String proposal) {
    JsonNode hires =
        Json.get(stack.api() + "/v1/hires?proposalId=" + proposal).expect(200).body().get("items");
    return hires.isEmpty()
        ? Optional.empty()
        : Optional.of(new Hire(stack.api() + "/v1/hires/" + hires.get(0).get("id").asText()));
  }

  /** Commands with a key of the caller's own, and again until a worker takes it up. */
  Json.Answer command(String name, String key) {
    return Json.commandUntilTaken("POST", url + "/" + name, key, "");
  }

  /** Commands once, whoever is there to take it up. */
  Json.Answer commandOnce(String name, String key) {
    return Json.command("POST", url + "/" + name, key, "");
  }

  String id() {
    return url.substring(url.lastIndexOf('/') + 1);
  }

  String url() {
    return url;
  }

  JsonNode read() {
    return Json.get(url).expect(200).body();
  }

  String status() {
    return read().get("status").asText();
  }

  void awaitStatus(String wanted) {
    Await.until(
        "hire is " + wanted,
        PATIENCE,
        () -> status().equals(wanted) ? Optional.of(true) : Optional.empty());
  }

  /** Waits until the hire tells of something; a state may have passed before it is looked at. */
  void awaitEvent(String type, String milestone) {
    Await.until(
        milestone + ": " + type,
        PATIENCE,
        () -> told(type, milestone) ? Optional.of(true) : Optional.empty());
  }

  /** Waits until the hire tells of something that belongs to no milestone. */
  void awaitEvent(String type) {
    Await.until(type, PATIENCE, () -> count(type) > 0 ? Optional.of(true) : Optional.empty());
  }

  private boolean told(String type, String milestone) {
    for (JsonNode event : events()) {
      if (event.get("type").asText().equals(type)
          && event.get("milestone").asText().equals(milestone)) {
        return true;
      }
    }
    return false;
  }

  /** How often the hire has told of something. */
  long count(String type) {
    long count = 0;
    for (JsonNode event : events()) {
      count += event.get("type").asText().equals(type) ? 1 : 0;
    }
    return count;
  }

  private JsonNode events() {
    return Json.get(url.replace("/v1/hires/", "/v1/events?limit=200&hire="))
        .expect(200)
        .body()
        .get("items");
  }

  /** Waits for an open incident of one cause. */
  JsonNode awaitIncident(String cause) {
    return Await.until(
        "an incident tells of " + cause,
        PATIENCE,
        () -> {
          for (JsonNode incident : read().get("incidents")) {
            if (incident.get("cause").asText().equals(cause)) {
              return Optional.of(incident);
            }
          }
          return Optional.empty();
        });
  }

  /** Waits for the pending approval of one kind of wait and gives its id. */
  String awaitApproval() {
    return Await.until(
        "an approval is pending",
        PATIENCE,
        () -> {
          for (JsonNode waiting : read().get("waitingFor")) {
            if (waiting.get("kind").asText().equals("approval")) {
              return Optional.of(waiting.get("approvalId").asText());
            }
          }
          return Optional.empty();
        });
  }
}
