package dev.tenure.api.plans;

import dev.tenure.api.plans.HirePlanJson.CheckJson;
import dev.tenure.api.plans.HirePlanJson.PreflightJson;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checks of a preflight, as they are made. */
final class Checks {

  private static final String GREEN = "green";
  private static final String RED = "red";
  private static final String UNKNOWN = "unknown";

  private final List<CheckJson> all = new ArrayList<>();

  void green(String name, String words) {
    all.add(new CheckJson(name, GREEN, words, null, null));
  }

  void red(String name, String words, String fix, @Nullable String link) {
    all.add(new CheckJson(name, RED, words, fix, link));
  }

  void unknown(String name, String words, @Nullable String fix) {
    all.add(new CheckJson(name, UNKNOWN, words, fix, null));
  }

  PreflightJson told() {
    return new PreflightJson(any(RED) ? RED : any(UNKNOWN) ? UNKNOWN : GREEN, List.copyOf(all));
  }

  private boolean any(String status) {
    return all.stream().anyMatch(check -> check.status().equals(status));
  }
}
