package dev.tenure.activities.opentrain.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The world in which a story begins, as the sandbox reads it. */
final class StoryScenario {

  private StoryScenario() {}

  static Map<String, Object> json() {
    List<Map<String, Object>> proposals =
        StoryProposal.ALL.stream().map(StoryScenario::proposal).toList();
    return Map.of(
        "accounts",
        List.of(
            account("acc_1", List.of(token("story"), token("observer"))),
            account("acc_2", List.of(token("stranger")))),
        "jobs",
        List.of(
            job("job_fixed", "acc_1", "FIXED_PRICE"),
            job("job_hourly", "acc_1", "PAY_PER_HOUR"),
            job("job_label", "acc_1", "PAY_PER_LABEL"),
            job("job_foreign", "acc_2", "FIXED_PRICE")),
        "proposals",
        proposals);
  }

  private static Map<String, Object> account(String id, List<Map<String, Object>> tokens) {
    return Map.of(
        "id",
        id,
        "name",
        "Lakeside Robotics",
        "owner",
        Map.of("firstName", "Ada", "lastName", "Ellis", "email", "ada@example.com"),
        "tokens",
        tokens);
  }

  private static Map<String, Object> token(String name) {
    return Map.of("id", "tok_" + name, "secret", "ot_pat_" + name, "name", name);
  }

  private static Map<String, Object> job(String id, String account, String paymentType) {
    return Map.of("id", id, "account", account, "title", "Labels", "paymentType", paymentType);
  }

  private static Map<String, Object> proposal(StoryProposal proposal) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", proposal.id());
    json.put("job", proposal.job());
    json.put("announce", false);
    if (proposal.rateUsd() != null) {
      json.put("rateUsd", proposal.rateUsd());
    }
    if (proposal.notFit()) {
      json.put("status", "NOT_A_FIT");
    }
    return json;
  }
}
