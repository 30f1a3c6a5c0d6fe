package dev.tenure.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.stack.Marketplace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sandbox: its own controls, and the marketplace's API as any client sees it. */
final class SandboxApi {
  private static final String MARKETPLACE = "/api/public/v1";
  private static final String ACCOUNT = "/sandbox/accounts/acc_1";

  private final JsonHttp http;

  SandboxApi(String origin) {
    this.http = new JsonHttp(origin, Optional.of(Marketplace.SANDBOX_TOKEN));
  }

  JsonNode people() {
    return http.get("/sandbox/people");
  }

  void setPeople(JsonNode policy) {
    http.put("/sandbox/people", policy);
  }

  String freshProposal(JsonNode wish) {
    return http.post("/sandbox/proposals", wish).path("proposals").path(0).asText();
  }

  /** Makes sure that a hire is paid from credits, where every cent can be followed. */
  void haveCredits(long cents) {
    var available = http.get(MARKETPLACE + "/credits").path("credits").path("availableCents");
    if (available.asLong() < cents) {
      http.put(ACCOUNT, JsonHttp.JSON.createObjectNode().put("creditsCents", cents));
    }
  }

  JsonNode contract(String id) {
    return http.get(MARKETPLACE + "/contracts/" + id).path("contract");
  }

  /** The entries of one contract, oldest first; the marketplace shows the newest first. */
  List<JsonNode> ledger(String contractId) {
    var entries = new ArrayList<JsonNode>();
    for (var cursor = ""; cursor != null; ) {
      var page = http.get(MARKETPLACE + "/credits/ledger?limit=100" + cursor);
      page.path("entries").forEach(entries::add);
      var next = page.path("nextCursor");
      cursor = next.isTextual() ? "&cursor=" + next.asText() : null;
    }
    entries.removeIf(entry -> !entry.path("contractId").asText().equals(contractId));
    return entries.reversed();
  }
}
