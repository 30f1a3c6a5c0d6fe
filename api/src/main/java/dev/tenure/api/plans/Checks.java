package dev.tenure.api.plans;

import dev.tenure.api.plans.HirePlanJson.CheckJson;
import dev.tenure.api.plans.HirePlanJson.PreflightJson;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checks of a preflight, as they are made. */
final class Checks {

  private final List<CheckJson> all = new ArrayList<>();

  void green(String name, String words) {
    all.add(new CheckJson(name, CheckStatus.GREEN.wire(), words, null, null));
  }

  void red(String name, String words, String fix) {
    red(name, words, fix, null);
  }

  void red(String name, String words, String fix, @Nullable String link) {
    all.add(new CheckJson(name, CheckStatus.RED.wire(), words, fix, link));
  }

  void unknown(String name, String words, @Nullable String fix) {
    all.add(new CheckJson(name, CheckStatus.UNKNOWN.wire(), words, fix, null));
  }

  PreflightJson told() {
    return new PreflightJson(
        any(CheckStatus.RED.wire())
            ? CheckStatus.RED.wire()
            : any(CheckStatus.UNKNOWN.wire())
                ? CheckStatus.UNKNOWN.wire()
                : CheckStatus.GREEN.wire(),
        List.copyOf(all));
  }

  private boolean any(String status) {
    return all.stream().anyMatch(check -> check.status().equals(status));
  }
}
