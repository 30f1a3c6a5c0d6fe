package dev.tenure.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.front.FrontAddress;
import dev.tenure.cli.front.FrontClient;
import dev.tenure.cli.front.UnreachableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at the worker of the stack on this machine: Temporal, namespace, search attributes. */
record WorkerLook(String origin) {

  Finding finding() {
    try {
      var health =
          new FrontClient(new FrontAddress(origin, Optional.empty())).look("/health/readiness");
      return health.status() == 200
          ? Finding.green("worker", "ready at " + origin)
          : Finding.red("worker", down(health.json().path("details")), "See the worker's log");
    } catch (UnreachableException e) {
      return Finding.red(
          "worker", "nobody answers at " + origin, "Start the stack with: tenure up");
    }
  }

  private static String down(JsonNode details) {
    List<String> words = new ArrayList<>();
    for (var part : details.properties()) {
      if (!part.getValue().path("status").asText().equals("UP")) {
        words.add(part.getKey() + ": " + part.getValue().path("details").toString());
      }
    }
    return words.isEmpty() ? "not ready" : "not ready: " + String.join("; ", words);
  }
}
