package dev.tenure.sandbox.openapi;

import dev.tenure.sandbox.market.Gate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says in the document what a call needs of the token and the account. */
final class Gates {
  private Gates() {}

  static Map<String, Object> describe(Gate gate) {
    Map<String, Object> needs = new LinkedHashMap<>();
    needs.put("anyScopeOf", gate.scopes());
    if (gate.feature() != null) {
      needs.put("feature", gate.feature());
    }
    needs.put("claimed", gate.needsClaim());
    return needs;
  }
}
