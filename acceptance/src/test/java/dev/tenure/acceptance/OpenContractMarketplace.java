package dev.tenure.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The controls of the sandbox's OpenContract: agents, faults, wallets. */
final class OpenContractMarketplace {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final String controls;
  private final String openContract;

  OpenContractMarketplace(Stack stack) {
    this.controls = stack.sandbox() + "/sandbox";
    this.openContract = controls + "/opencontract";
  }

  /** Workers accept and deliver at once; the marketplace's reviewers take no time. */
  void agentsAct() {
    Json.put(
            openContract + "/people",
            """
            {"seed":1,"workers":{"rivals":1,"accept":1,"decline":0,"deliver":1,"withdraw":0,"delayMs":100,"maxDelayMs":100},
             "backups":{"votes":3,"criteria":["met","not met"],"delayMs":100,"maxDelayMs":100}}
            """)
        .expect(200);
    Json.put(openContract + "/settings", "{\"reviewersMs\":100}").expect(200);
  }

  String worker() {
    return Json.get(openContract + "/play-wallets/worker-1")
        .expect(200)
        .body()
        .get("address")
        .asText();
  }

  /** The next such call is carried out, and its answer kept back until the fault is lifted. */
  String holdAnswer(String path) {
    return Json.post(
            controls + "/faults",
            "{\"method\":\"POST\",\"path\":\"/opencontract/v1%s\",\"kind\":\"hold_answer\",\"times\":1}"
                .formatted(path))
        .body()
        .at("/fault/id")
        .asText();
  }

  void awaitHit(String fault) {
    Await.until(
        "fault " + fault + " was met",
        PATIENCE,
        () -> {
          for (JsonNode one : Json.get(controls + "/faults").expect(200).body().get("faults")) {
            if (one.get("id").asText().equals(fault) && one.get("hits").asInt() > 0) {
              return Optional.of(true);
            }
          }
          return Optional.empty();
        });
  }

  void lift(String fault) {
    Json.delete(controls + "/faults/" + fault);
  }

  /** What was paid in for a purpose, one entry for each transfer, in units. */
  List<Long> paidIn(String purpose) {
    List<Long> paid = new ArrayList<>();
    for (JsonNode wallet : wallets().get("wallets")) {
      for (JsonNode transfer : wallet.get("transfers")) {
        if (transfer.get("direction").asText().equals("in")
            && transfer.get("purpose").asText().equals(purpose)) {
          paid.add(transfer.get("units").asLong());
        }
      }
    }
    return paid;
  }

  List<String> violations() {
    List<String> words = new ArrayList<>();
    wallets().get("violations").forEach(violation -> words.add(violation.asText()));
    return words;
  }

  private JsonNode wallets() {
    return Json.get(openContract + "/wallets").expect(200).body();
  }
}
