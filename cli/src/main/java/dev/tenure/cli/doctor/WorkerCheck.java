package dev.tenure.cli.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.http.JsonClient;
import dev.tenure.cli.http.ProxyVariables;
import dev.tenure.cli.http.UnreachableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at the worker of the stack on this machine: Temporal, namespace, search attributes. */
record WorkerCheck(String origin) {
  private static final Duration WITHIN = Duration.ofSeconds(10);

  CheckResult finding() {
    try {
      var health =
          new JsonClient(
                  origin,
                  Optional.empty(),
                  ProxyVariables.none(),
                  "Start the stack with: tenure up")
              .send("GET", "/health/readiness", null, Map.of(), WITHIN);
      return health.status() == 200
          ? CheckResult.green("worker", "ready at " + origin)
          : CheckResult.red("worker", down(health.json().path("details")), "See the worker's log");
    } catch (UnreachableException e) {
      return CheckResult.red(
          "worker", "cannot be reached at " + origin, "Start the stack with: tenure up");
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
