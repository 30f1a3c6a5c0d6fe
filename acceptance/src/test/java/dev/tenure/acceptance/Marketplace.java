package dev.tenure.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The sandbox's controls: people, faults, audit. */
final class Marketplace {
  private final String url;

  Marketplace(Stack stack) {
    this.url = stack.sandbox() + "/sandbox";
  }

  /** Everybody confirms and trainers deliver after a while. */
  void peopleAct(long delayMs) {
    peopleAct(delayMs, delayMs);
  }

  /** Everybody confirms after a while, and trainers deliver after another. */
  void peopleAct(long delayMs, long deliveryMs) {
    Json.put(
            url + "/people",
            """
            {"approvals":[{"type":"*","decision":"confirm","delayMs":%d}],
             "trainer":{"requestPayout":true,"delayMs":%d}}
            """
                .formatted(delayMs, deliveryMs))
        .expect(200);
  }

  void peopleIgnore() {
    Json.put(
            url + "/people",
            """
            {"approvals":[],"trainer":{"requestPayout":false,"delayMs":0}}
            """)
        .expect(200);
  }

  /** A person declines at the approval's page. */
  void decline(String approval) {
    Json.post(url + "/approvals/" + approval + "/decline", "{}").expect(200);
  }

  void approvalWindow(long milliseconds) {
    Json.put(url + "/settings", "{\"approvalWindowMs\":%d}".formatted(milliseconds)).expect(200);
  }

  String freshProposal() {
    return Json.post(url + "/proposals", "{\"count\":1}").body().get("proposals").get(0).asText();
  }

  /** The next matching request is carried out, but its answer is kept back. */
  void holdAnswer(String method, String path) {
    fault(method, path, "hold_answer");
  }

  /** The next matching request is answered with a failure of the marketplace. */
  void failAnswer(String method, String path) {
    fault(method, path, "status");
  }

  private void fault(String method, String path, String kind) {
    Json.post(
        url + "/faults",
        """
        {"method":"%s","path":"%s","kind":"%s","times":1}
        """
            .formatted(method, path, kind));
  }

  boolean faultHit() {
    JsonNode faults = Json.get(url + "/faults").expect(200).body().get("faults");
    return faults.size() > 0 && faults.get(0).get("hits").asInt() > 0;
  }

  void clearFaults() {
    Json.delete(url + "/faults");
  }

  JsonNode audit() {
    return Json.get(url + "/audit").expect(200).body();
  }

  List<String> violations() {
    List<String> words = new ArrayList<>();
    audit().get("violations").forEach(violation -> words.add(violation.asText()));
    return words;
  }

  /** How often money of a contract moved in this way. */
  long effects(String contract, String kind) {
    long count = 0;
    for (JsonNode effect : audit().get("moneyEffects")) {
      if (effect.get("kind").asText().equals(kind)
          && effect.get("contractId").asText().equals(contract)) {
        count++;
      }
    }
    return count;
  }
}
