package dev.tenure.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.http.JsonClient;
import dev.tenure.cli.http.ProxyVariables;
import dev.tenure.cli.stack.Marketplace;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The sandbox: its own controls, and the marketplace's API as any client sees it. */
final class SandboxApi {
  private static final String MARKETPLACE = "/api/public/v1";
  private static final String OPEN_CONTRACT = "/sandbox/opencontract";
  private static final String ACCOUNT = "/sandbox/accounts/acc_1";

  private final JsonClient http;

  SandboxApi(String origin) {
    this.http =
        new JsonClient(
            origin,
            Optional.of(Marketplace.SANDBOX_TOKEN),
            ProxyVariables.none(),
            "See the sandbox's log");
  }

  JsonNode people() {
    return call("GET", "/sandbox/people", null);
  }

  void setPeople(JsonNode policy) {
    call("PUT", "/sandbox/people", policy);
  }

  String freshProposal(JsonNode wish) {
    return call("POST", "/sandbox/proposals", wish).path("proposals").path(0).asText();
  }

  /** Makes sure that a hire is paid from credits, where every cent can be followed. */
  void haveCredits(long cents) {
    var available =
        call("GET", MARKETPLACE + "/credits", null).path("credits").path("availableCents");
    if (available.asLong() < cents) {
      call("PUT", ACCOUNT, JsonClient.JSON.createObjectNode().put("creditsCents", cents));
    }
  }

  JsonNode contract(String id) {
    return call("GET", MARKETPLACE + "/contracts/" + id, null).path("contract");
  }

  /** The entries of one contract, oldest first; the marketplace shows the newest first. */
  List<JsonNode> ledger(String contractId) {
    var entries = new ArrayList<JsonNode>();
    for (var cursor = ""; cursor != null; ) {
      var page = call("GET", MARKETPLACE + "/credits/ledger?limit=100" + cursor, null);
      page.path("entries").forEach(entries::add);
      var next = page.path("nextCursor");
      cursor = next.isTextual() ? "&cursor=" + next.asText() : null;
    }
    entries.removeIf(entry -> !entry.path("contractId").asText().equals(contractId));
    return entries.reversed();
  }

  JsonNode agents() {
    return call("GET", OPEN_CONTRACT + "/people", null);
  }

  void setAgents(JsonNode policy) {
    call("PUT", OPEN_CONTRACT + "/people", policy);
  }

  JsonNode openContractSettings() {
    return call("GET", OPEN_CONTRACT + "/settings", null);
  }

  void setOpenContractSettings(JsonNode settings) {
    call("PUT", OPEN_CONTRACT + "/settings", settings);
  }

  /** The address of a simulated agent. */
  String playWallet(String name) {
    return call("GET", OPEN_CONTRACT + "/play-wallets/" + name, null).path("address").asText();
  }

  /** What an address holds, in USDC. */
  BigDecimal balance(String address) {
    return Money.units(
        call("GET", OPEN_CONTRACT + "/agents/" + address, null).path("balanceUnits"));
  }

  void haveBalance(String address, long units) {
    var held =
        call("GET", OPEN_CONTRACT + "/agents/" + address, null).path("balanceUnits").asLong();
    if (held < units) {
      call(
          "PUT",
          OPEN_CONTRACT + "/agents/" + address,
          JsonClient.JSON.createObjectNode().put("balanceUnits", units));
    }
  }

  /** The wallet of a Working Contract with its transfers. */
  JsonNode contractWallet(String contractId) {
    return call("GET", OPEN_CONTRACT + "/wallets?contract=" + contractId, null)
        .path("wallets")
        .path(0);
  }

  private JsonNode call(String method, String path, @Nullable JsonNode body) {
    var bytes = body == null ? null : body.toString().getBytes(StandardCharsets.UTF_8);
    var answer = http.send(method, path, bytes, Map.of());
    if (answer.status() / 100 != 2 || answer.json().isMissingNode()) {
      throw new Refused(
          "%s %s%s answered %d: %s"
              .formatted(method, http.origin(), path, answer.status(), answer.body()));
    }
    return answer.json();
  }
}
