package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioTest extends SandboxTest {
  private static final String HALFWAY =
      """
      {"name": "Halfway",
       "accounts": [{"id": "acc_1", "name": "Meadow Labs", "creditsCents": 900000,
                     "owner": {"firstName": "Ines", "lastName": "Roy", "email": "i@example.com"},
                     "features": {"public_api_team": false},
                     "tokens": [{"id": "tok_1", "secret": "ot_pat_sandbox_owner", "name": "owner"},
                                {"id": "tok_2", "secret": "ot_pat_reader", "name": "reader",
                                 "owner": false, "scopes": ["payments:read"]}]}],
       "jobs": [{"id": "job_1", "account": "acc_1", "title": "Bird Calls",
                 "description": "Name the bird.", "paymentType": "FIXED_PRICE"},
                {"id": "job_h", "account": "acc_1", "title": "Review", "paymentType": "PAY_PER_HOUR"}],
       "proposals": [{"id": "prp_a", "job": "job_1", "rateUsd": 300,
                      "candidate": {"firstName": "Maria", "lastNameInitial": "G"}},
                     {"id": "prp_b", "job": "job_1", "person": 2, "status": "SHORTLISTED"},
                     {"id": "prp_h", "job": "job_h", "person": 3, "rateUsd": 25}],
       "contracts": [
         {"proposal": "prp_a", "milestones": [
            {"name": "Batch 1", "amount": 300, "state": "PAID"},
            {"description": "Batch 2", "amountUsd": 200, "state": "ACTIVE_FUNDED",
             "payoutRequested": true},
            {"description": "Batch 3", "amountUsd": 100},
            {"description": "Batch 4", "amountUsd": 100, "state": "CANCELLED"},
            {"description": "Batch 5", "amountUsd": 50, "state": "DISPUTED"}]},
         {"proposal": "prp_h", "usage": {"seconds": 32400},
          "milestones": [{"name": "Ten hours", "amount": 250}]}],
       "settings": {"approvalWindowMs": 30000},
       "people": {"approvals": [{"decision": "ignore"}]}}
      """;

  @Test
  void aScenarioLoadsAWorldWithContractsMidWay() {
    Reply loaded = load(HALFWAY);
    assertThat(loaded.status()).as(loaded.body()).isEqualTo(200);
    assertThat(loaded.size("contracts")).isEqualTo(2);
    Reply work = market.get("/contracts/" + loaded.text("contracts.0"));
    assertThat(work.size("contract.milestones")).isEqualTo(4);
    assertThat(work.text("contract.milestones.0.status")).isEqualTo("PAID");
    assertThat(work.text("contract.milestones.1.pendingApproval")).isEqualTo("true");
    assertThat(work.text("contract.milestones.2.status")).isEqualTo("NOT_FUNDED");
    assertThat(work.text("contract.milestones.3.status")).isEqualTo("DISPUTED");
    assertThat(work.text("contract.freelancer.displayName")).isEqualTo("Maria G.");
    Reply hourly = market.get("/contracts/" + loaded.text("contracts.1"));
    assertThat(hourly.text("contract.budget.state")).isEqualTo("LOW");
    assertThat(market.get("/team").text("details.featureKey")).isEqualTo("public_api_team");
    assertThat(market.as("ot_pat_reader").get("/contracts").status()).isEqualTo(200);
    assertThat(market.as("ot_pat_reader").get("/proposals/prp_b").status()).isEqualTo(403);
    assertThat(market.control("GET", "/clock").number("approvalWindowMs")).isEqualTo(30_000);
    assertThat(market.control("GET", "/audit").size("violations")).isZero();
    market.control("POST", "/reset");
    assertThat(market.get("/proposals/prp_20").status()).isEqualTo(200);
  }

  @Test
  void theDefaultWorldIsItselfAScenarioThatCanBeSentBack() {
    String scenario = market.control("GET", "/scenario").body();
    String before = market.get("/jobs/job_1/proposals").body();
    assertThat(load(scenario).size("proposals")).isEqualTo(25);
    assertThat(market.get("/jobs/job_1/proposals").body()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"name\": \"Halfway\" | \"nam\": 1 | nam",
        "\"creditsCents\": 900000 | \"credits\": 1 | accounts[0].credits",
        "\"account\": \"acc_1\" | \"account\": \"acc_9\" | jobs[0].account",
        "\"id\": \"prp_b\" | \"id\": \"prp_a\" | proposals[1].id",
        "\"status\": \"SHORTLISTED\" | \"status\": \"HIRED\" | proposals[1].status",
        "\"proposal\": \"prp_h\" | \"proposal\": \"prp_a\" | contracts[1].proposal",
        "\"amount\": 300 | \"amount\": -1 | contracts[0].milestones[0].amount",
        "\"state\": \"CANCELLED\" | \"state\": \"LOST\" | contracts[0].milestones[3].state",
        "\"state\": \"PAID\" | \"state\": \"NOT_FUNDED\" | contracts[0].milestones[0].state",
        "\"amount\": 250}] | \"amount\": 250}, {\"description\": \"x\"}] | contracts[1].milestones[1].volume",
        "\"creditsCents\": 900000 | \"creditsCents\": 1, \"card\": false | contracts[0].milestones[0]",
        "\"approvalWindowMs\": 30000 | \"approvalWindowMs\": 0 | settings.approvalWindowMs",
        "\"decision\": \"ignore\" | \"decision\": \"shrug\" | people.approvals[0].decision"
      })
  void aWrongScenarioIsNamedByItsFieldAndLeavesTheWorldAsItWas(
      String right, String wrong, String field) {
    market.hired("prp_4");
    market.control("POST", "/clock/advance", "{\"ms\": 5000}");
    String contracts = market.get("/contracts").body();
    String feed = market.get("/updates?limit=200").body();
    assertThat(HALFWAY).contains(right);
    Reply refused = load(HALFWAY.replace(right, wrong));
    assertThat(refused.status()).as(refused.body()).isEqualTo(400);
    assertThat(refused.text("details.field")).isEqualTo(field);
    assertThat(market.get("/contracts").body()).isEqualTo(contracts);
    assertThat(market.get("/updates?limit=200").body()).isEqualTo(feed);
    assertThat(market.control("GET", "/clock").number("offsetMs")).isEqualTo(5_000);
  }

  @Test
  void aBeginningThatIsGoneIsSaidInWordsAndNothingChanges(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("world.json"), HALFWAY);
    try (Sandbox other = Sandbox.start(Map.of("sandbox.scenario", file.toString()))) {
      Market there = new Market(other.url());
      Files.writeString(file, "{}");
      assertThat(there.control("POST", "/reset").text("details.field")).isEqualTo("accounts");
      Files.delete(file);
      Reply refused = there.control("POST", "/reset");
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.text("error")).contains("world.json");
      assertThat(there.get("/contracts").size("contracts")).isEqualTo(2);
    }
  }

  @Test
  void anIdOfTheScenarioIsNeverGivenAgain() {
    market.post("/job-drafts", "{}");
    String given = market.post("/job-drafts", "{}").text("jobId");
    int next = Integer.parseInt(given.replaceFirst(".*_", "")) + 1;
    load(HALFWAY.replace("job_h", "job_new_" + next));
    assertThat(market.post("/job-drafts", "{}").text("jobId")).isNotEqualTo("job_new_" + next);
  }

  @Test
  void whoNobodyDescribesIsSomebodyElseThanTheOthers() {
    load(HALFWAY.replace("\"person\": 3,", ""));
    assertThat(market.get("/proposals/prp_a").text("proposal.candidate.id"))
        .isNotEqualTo(market.get("/proposals/prp_h").text("proposal.candidate.id"));
  }

  @Test
  void aFileMayBeTheBeginningToWhichAResetLeads(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("world.json"), HALFWAY);
    try (Sandbox other = Sandbox.start(Map.of("sandbox.scenario", file.toString()))) {
      Market there = new Market(other.url());
      assertThat(there.get("/contracts").size("contracts")).isEqualTo(2);
      there.hired("prp_b");
      assertThat(there.get("/contracts").size("contracts")).isEqualTo(3);
      there.control("POST", "/reset");
      assertThat(there.get("/contracts").size("contracts")).isEqualTo(2);
    }
  }

  private Reply load(String scenario) {
    return market.control("POST", "/scenario", scenario);
  }
}
