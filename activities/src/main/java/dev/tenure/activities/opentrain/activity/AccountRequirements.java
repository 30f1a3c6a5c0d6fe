package dev.tenure.activities.opentrain.activity;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the engine needs of a token and of an account. */
public final class AccountRequirements {

  private static final List<String> SCOPES =
      List.of("proposals:read", "proposals:write", "payments:read", "payments:write");

  private static final List<String> FEATURES =
      List.of("public_api_hiring", "public_api_payments_write");

  /** The switches of the capabilities probe by the keys that refusals use for them. */
  private static final Map<String, String> KEYS =
      Map.of(
          "publish", "public_api_job_publishing",
          "hiring", "public_api_hiring",
          "messagingWrites", "public_api_messaging_writes",
          "team", "public_api_team",
          "paymentsWrite", "public_api_payments_write",
          "credits", "public_api_credits",
          "webhooks", "public_api_webhooks");

  private AccountRequirements() {}

  /** A scope to write includes the one to read. */
  public static List<String> missingScopes(List<String> granted) {
    Set<String> held = new HashSet<>(granted);
    granted.stream()
        .filter(scope -> scope.endsWith(":write"))
        .forEach(scope -> held.add(scope.replace(":write", ":read")));
    return SCOPES.stream().filter(scope -> !held.contains(scope)).toList();
  }

  /** Those that are known to be off. */
  static List<String> missingFeatures(Map<String, Boolean> features) {
    return FEATURES.stream().filter(key -> Boolean.FALSE.equals(features.get(key))).toList();
  }

  static Map<String, String> featureKeys() {
    return KEYS;
  }
}
