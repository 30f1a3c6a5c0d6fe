package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a browser sends back from the page of a hire. */
class ApprovalFormTest extends SandboxTest {
  private static final String ASKED =
      """
      {"milestone": {"name": "Batch 1", "description": "line 1\\nline 2", "amount": 50,
                     "dueDate": "2026-12-15T17:30:00Z"}}
      """;

  @Test
  void aFormSentBackAsItWasShownChangesNothing() throws IOException {
    confirm(shown());
    Reply contracts = market.get("/contracts");
    assertThat(contracts.text("contracts.0.milestones.0.description")).isEqualTo("line 1\nline 2");
    assertThat(contracts.text("contracts.0.milestones.0.dueDate"))
        .isEqualTo("2026-12-15T17:30:00.000Z");
  }

  @Test
  void whatAPersonEmptiesIsGone() throws IOException {
    Map<String, String> form = shown();
    form.put("name", "");
    form.put("dueDate", "");
    confirm(form);
    Reply contracts = market.get("/contracts");
    assertThat(contracts.at("contracts.0.milestones.0.name").isNull()).isTrue();
    assertThat(contracts.at("contracts.0.milestones.0.dueDate").isNull()).isTrue();
  }

  @Test
  void aMilestoneKeepsANameOrADescription() throws IOException {
    Map<String, String> form = shown();
    form.put("name", "");
    form.put("description", " ");
    Reply refused = confirm(form);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("name or description is required");
    assertThat(market.get("/contracts").size("contracts")).isZero();
  }

  @Test
  void aRefusalKeepsWhatWasTypedSoThatTheNextPressPaysNoOtherAmount() throws IOException {
    market.control("PUT", "/accounts/acc_1", "{\"cardDeclines\": true}");
    Map<String, String> form = shown();
    form.put("amount", "20.00");
    form.put("source", "card");
    Reply refused = confirm(form);
    assertThat(refused.body()).contains("The card was declined.", "value=\"20.00\"", "$31.95");
    assertThat(refused.body()).containsPattern("value=\"card\"[^>]* checked");
    form.put("amount", "20.005");
    assertThat(confirm(form).body()).contains("at most 2 decimals", "value=\"20.005\"");
  }

  @Test
  void aWordThatNobodyOfferedMovesNoMoney() throws IOException {
    Map<String, String> form = shown();
    form.put("source", "crad");
    Reply refused = confirm(form);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("source must be one of card, credits");
    form.put("source", "card");
    form.put("escrow", "relase");
    assertThat(confirm(form).body()).contains("escrow must be one of refund, release");
    assertThat(market.control("GET", "/audit").size("moneyEffects")).isZero();
  }

  private String approval() {
    return market.post("/proposals/prp_4/hire", ASKED).text("approval.id");
  }

  /** The fields with what the page shows in them; a browser ends lines with two characters. */
  private static Map<String, String> shown() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("name", "Batch 1");
    form.put("description", "line 1\r\nline 2");
    form.put("amount", "50.00");
    form.put("dueDate", "2026-12-15");
    form.put("source", "credits");
    return form;
  }

  private Reply confirm(Map<String, String> form) throws IOException {
    return market.trySend(
        "POST",
        "/approvals/" + approval() + "/confirm",
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&")),
        Map.of("Content-Type", "application/x-www-form-urlencoded"));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
