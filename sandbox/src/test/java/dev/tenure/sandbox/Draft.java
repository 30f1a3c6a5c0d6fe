package dev.tenure.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a creation, which fits unless a test changes it. */
final class Draft {
  private final Map<String, Object> fields = new LinkedHashMap<>();

  private Draft(Instant now) {
    fields.put("title", "Label 200 receipts");
    fields.put("taskDescription", "Mark the total on each of them.");
    fields.put("acceptanceCriteria", List.of("all 200 are there", "the totals match"));
    fields.put("contractType", "fixed");
    fields.put("budgetOrPrice", "100.0");
    fields.put("matchDeadline", now.plus(Duration.ofDays(1)).toString());
    fields.put("withdrawalDeadline", now.plus(Duration.ofDays(2)).toString());
    fields.put("deliveryDeadline", now.plus(Duration.ofDays(5)).toString());
    fields.put("reviewDeadline", now.plus(Duration.ofDays(8)).toString());
  }

  static Draft open(Instant now) {
    return new Draft(now).with("awardMethod", "open_tender");
  }

  static Draft direct(Instant now, String worker) {
    return new Draft(now).with("awardMethod", "direct_award").with("worker", worker);
  }

  /** The field with another value; without it when that is null. */
  Draft with(String name, @Nullable Object value) {
    if (value == null) {
      fields.remove(name);
    } else {
      fields.put(name, value);
    }
    return this;
  }

  String json() {
    return Agent.print(fields);
  }
}
