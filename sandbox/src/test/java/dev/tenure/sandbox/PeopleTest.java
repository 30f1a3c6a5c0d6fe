package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleTest extends SandboxTest {
  @Test
  void everybodyIgnoresByDefault() {
    assertThat(market.control("GET", "/people").size("approvals")).isZero();
    String id = market.post("/proposals/prp_4/hire", Market.HIRE).text("approval.id");
    clock.pass(Duration.ofHours(71));
    assertThat(status(id)).isEqualTo("pending");
  }

  @Test
  void aPersonConfirmsAfterTheDelayAndNotBefore() {
    people("{\"type\": \"*\", \"decision\": \"confirm\", \"delayMs\": 60000}");
    String id = market.post("/proposals/prp_4/hire", Market.HIRE).text("approval.id");
    clock.pass(Duration.ofSeconds(59));
    assertThat(status(id)).isEqualTo("pending");
    clock.pass(Duration.ofSeconds(1));
    await(() -> status(id).equals("confirmed"));
  }

  @Test
  void theFirstRuleThatFitsDecides() {
    people(
        "{\"type\": \"proposal_hire\", \"subject\": \"prp_5\", \"decision\": \"decline\"},"
            + "{\"type\": \"milestone_fund\", \"decision\": \"decline\"},"
            + "{\"type\": \"proposal_hire\", \"decision\": \"confirm\"}");
    String declined = market.post("/proposals/prp_5/hire", Market.HIRE).text("approval.id");
    String confirmed = market.post("/proposals/prp_4/hire", Market.HIRE).text("approval.id");
    await(() -> status(declined).equals("declined"));
    await(() -> status(confirmed).equals("confirmed"));
  }

  @Test
  void aPolicyAppliesToWhatIsAlreadyPending() {
    String id = market.post("/proposals/prp_4/hire", Market.HIRE).text("approval.id");
    people("{\"type\": \"*\", \"decision\": \"decline\", \"delayMs\": 0}");
    await(() -> status(id).equals("declined"));
  }

  @Test
  void anOutdatedPlanDoesNothing() {
    people("{\"type\": \"*\", \"decision\": \"confirm\", \"delayMs\": 1000}");
    String id = market.post("/proposals/prp_4/hire", Market.HIRE).text("approval.id");
    people("{\"type\": \"proposal_hire\", \"decision\": \"ignore\"}");
    clock.pass(Duration.ofSeconds(2));
    people("{\"type\": \"*\", \"subject\": \"prp_6\", \"decision\": \"confirm\"}");
    String other = market.post("/proposals/prp_6/hire", Market.HIRE).text("approval.id");
    await(() -> status(other).equals("confirmed"));
    assertThat(status(id)).isEqualTo("pending");
  }

  @Test
  void aPersonMayEditTheTermsBeforeConfirming() {
    people("{\"type\": \"proposal_hire\", \"decision\": \"edit\", \"edit\": {\"amount\": 500.00}}");
    String id = market.post("/proposals/prp_4/hire", Market.HIRE).text("approval.id");
    await(() -> status(id).equals("confirmed"));
    assertThat(market.get("/contracts").text("contracts.0.milestones.0.amountUsd"))
        .isEqualTo("500");
  }

  @Test
  void theTrainerRequestsThePayoutOnceFunded() {
    market.control("PUT", "/people", "{\"trainer\": {\"requestPayout\": true, \"delayMs\": 5000}}");
    market.hired("prp_4");
    assertThat(payoutRequested()).isEqualTo("false");
    clock.pass(Duration.ofSeconds(5));
    await(() -> payoutRequested().equals("true"));
  }

  @Test
  void theSweeperExpiresWithoutARead() {
    market.control("PUT", "/settings", "{\"sweeper\": true, \"approvalWindowMs\": 1000}");
    market.post("/proposals/prp_4/hire", Market.HIRE);
    String cursor = market.get("/updates?limit=200").text("nextCursor");
    clock.pass(Duration.ofSeconds(1));
    await(() -> market.get("/updates?cursor=" + cursor).size("events") == 1);
  }

  @Test
  void aPersonRaisesLowersRenamesAndMovesTheDate() {
    people(
        "{\"subject\": \"prp_4\", \"decision\": \"edit\", \"edit\": {\"amountPercent\": 120}},"
            + "{\"subject\": \"prp_5\", \"decision\": \"edit\", \"edit\": {\"amountPercent\": 50}},"
            + "{\"subject\": \"prp_6\", \"decision\": \"edit\","
            + " \"edit\": {\"name\": \"Another name\", \"dueDate\": \"2026-09-01\"}}");
    assertThat(hiredAs("prp_4").text("contract.milestones.0.amountUsd")).isEqualTo("540");
    assertThat(hiredAs("prp_5").text("contract.milestones.0.amountUsd")).isEqualTo("225");
    Reply renamed = hiredAs("prp_6");
    assertThat(renamed.text("contract.milestones.0.name")).isEqualTo("Another name");
    assertThat(renamed.text("contract.milestones.0.dueDate")).startsWith("2026-09-01");
  }

  @Test
  void aPersonConfirmsShortlyBeforeTheEnd() {
    people("{\"decision\": \"confirm\", \"beforeExpiryMs\": 5000}");
    String id = market.post("/proposals/prp_4/hire", Market.HIRE).text("approval.id");
    clock.pass(Duration.ofDays(3).minusMillis(5_001));
    assertThat(status(id)).isEqualTo("pending");
    clock.pass(Duration.ofMillis(1));
    await(() -> status(id).equals("confirmed"));
  }

  @Test
  void twoPeopleWhoConfirmAtTheSameInstantMoveTheMoneyOnce() {
    people("{\"decision\": \"confirm\", \"twice\": true}");
    for (int i = 4; i < 12; i++) {
      String id = market.post("/proposals/prp_" + i + "/hire", Market.HIRE).text("approval.id");
      await(() -> status(id).equals("confirmed"));
    }
    Reply audit = market.control("GET", "/audit");
    assertThat(audit.size("moneyEffects")).isEqualTo(16);
    assertThat(audit.size("violations")).isZero();
  }

  @Test
  void aPersonDoesInTheAppWhatAnApprovalWaitsFor() {
    people("{\"decision\": \"in_app\"}");
    Reply asked = market.post("/proposals/prp_4/hire", Market.HIRE);
    await(() -> status(asked.text("approval.id")).equals("expired"));
    String contract = market.get("/contracts").text("contracts.0.id");
    String second = market.milestone(contract, "second", 100);
    market.post("/milestones/" + second + "/fund");
    await(() -> milestone(contract, 1).equals("ACTIVE_FUNDED"));
    market.post("/milestones/" + second + "/approve");
    await(() -> milestone(contract, 1).equals("PAID"));
    market.post("/contracts/" + contract + "/end");
    await(() -> market.get("/contracts/" + contract).text("contract.status").equals("ended"));
    assertThat(market.control("GET", "/audit").size("violations")).isZero();
  }

  @Test
  void aPersonCancelsRefundsDisputesOrEndsBehindTheApprovalsBack() {
    String contract = market.hired("prp_4");
    String second = market.milestone(contract, "second", 100);
    people("{\"type\": \"milestone_fund\", \"decision\": \"cancel\"}");
    market.post("/milestones/" + second + "/fund");
    await(() -> market.get("/contracts/" + contract).size("contract.milestones") == 1);
    people("{\"type\": \"milestone_approve\", \"decision\": \"dispute\"}");
    String first = market.get("/contracts/" + contract).text("contract.milestones.0.id");
    market.post("/milestones/" + first + "/approve");
    await(() -> milestone(contract, 0).equals("DISPUTED"));
    String other = market.hired("prp_5");
    people(
        "{\"type\": \"milestone_approve\", \"decision\": \"refund\"},"
            + "{\"type\": \"contract_end\", \"decision\": \"end\"}");
    String held = market.get("/contracts/" + other).text("contract.milestones.0.id");
    market.post("/contracts/" + other + "/end");
    await(() -> market.get("/contracts/" + other).text("contract.status").equals("ended"));
    assertThat(market.control("POST", "/milestones/" + held + "/refund").status()).isEqualTo(409);
  }

  @Test
  void trainersGreetDeliverOrGoSilent() {
    market.control(
        "PUT",
        "/people",
        "{\"seed\": 3, \"trainer\": {\"requestPayout\": true, \"delayMs\": 1000,"
            + " \"maxDelayMs\": 2000, \"silent\": 0.5, \"greets\": true}}");
    for (int i = 1; i <= 12; i++) {
      market.hired("prp_" + i);
    }
    await(() -> market.get("/messages?unreadOnly=1").size("conversations") == 12);
    clock.pass(Duration.ofSeconds(2));
    await(() -> delivered() > 0);
    clock.pass(Duration.ofDays(30));
    assertThat(delivered()).isBetween(1L, 11L);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void theSameSeedTellsTheSameStory(int seed) {
    List<String> first = story(seed);
    assertThat(story(seed)).isEqualTo(first);
    assertThat(story(seed + 10)).isNotEqualTo(first);
    assertThat(first).contains("confirmed 450", "confirmed 900", "declined", "pending");
  }

  @Test
  void theSameSeedTellsTheSameStoryOfJobsThatWerePublished() {
    List<String> first = publishedStory();
    assertThat(publishedStory()).isEqualTo(first);
    assertThat(first).contains("confirmed", "declined").doesNotContain("pending");
  }

  @Test
  void everyAccountHasPeopleOfItsOwn() {
    people(
        "{\"account\": \"acc_2\", \"decision\": \"decline\"},"
            + "{\"account\": \"acc_1\", \"decision\": \"confirm\"}");
    Market stranger = market.as("ot_pat_sandbox_stranger");
    String theirs = stranger.post("/proposals/prp_stranger/hire", Market.HIRE).text("approval.id");
    String ours = market.post("/proposals/prp_4/hire", Market.HIRE).text("approval.id");
    await(() -> status(ours).equals("confirmed"));
    await(() -> stranger.get("/approvals/" + theirs).text("approval.status").equals("declined"));
  }

  @Test
  void theTrainersOfOneAccountMayWorkWhileOthersAreSilent() {
    market.control(
        "PUT",
        "/people",
        "{\"trainer\": {\"account\": \"acc_2\", \"requestPayout\": true, \"greets\": true}}");
    market.hired("prp_4");
    market.control("POST", "/clock/advance", "{\"ms\": 1000}");
    assertThat(payoutRequested()).isEqualTo("false");
    market.control(
        "PUT", "/people", "{\"trainer\": {\"account\": \"acc_1\", \"requestPayout\": true}}");
    await(() -> payoutRequested().equals("true"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"approvals\": [{\"decision\": \"confirm\", \"account\": \"acc_x\"}]}",
        "{\"trainer\": {\"greets\": true, \"account\": \"acc_x\"}}"
      })
  void anUnknownAccountIsNamed(String policy) {
    String before = market.control("GET", "/people").body();
    Reply refused = market.control("PUT", "/people", policy);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("details.field")).endsWith("account");
    assertThat(market.control("GET", "/people").body()).isEqualTo(before);
  }

  @Test
  void aPolicyCanBeReadAndSentBack() {
    people(
        "{\"type\": \"proposal_hire\", \"decision\": \"edit\", \"twice\": true,"
            + " \"probability\": 0.25, \"delayMs\": 5, \"maxDelayMs\": 9,"
            + " \"edit\": {\"amountPercent\": 150, \"name\": \"x\"}},"
            + "{\"decision\": \"confirm\", \"beforeExpiryMs\": 7}");
    String policy = market.control("GET", "/people").body();
    assertThat(market.control("PUT", "/people", policy).body()).isEqualTo(policy);
  }

  /**
   * Publishes two jobs in a new world, asks to hire everybody, and tells who was and who was not.
   */
  private List<String> publishedStory() {
    market.control("POST", "/reset");
    people(
        "{\"decision\": \"decline\", \"probability\": 0.5, \"delayMs\": 10},"
            + "{\"decision\": \"confirm\", \"delayMs\": 10}");
    List<String> story = new ArrayList<>();
    for (String title : List.of("Bird calls", "Frog calls", "Owl calls")) {
      String job =
          market
              .post("/job-drafts", "{\"title\": \"%s\", \"description\": \"x\"}".formatted(title))
              .text("jobId");
      market.post("/jobs/" + job + "/publish");
      Reply proposals = market.get("/jobs/" + job + "/proposals");
      for (int i = 0; i < proposals.size("proposals"); i++) {
        String proposal = proposals.text("proposals." + i + ".id");
        String id =
            market.post("/proposals/" + proposal + "/hire", Market.HIRE).text("approval.id");
        market.control("POST", "/clock/advance", "{\"ms\": 11}");
        story.add(proposals.text("proposals." + i + ".candidate.displayName"));
        story.add(status(id));
      }
    }
    return story;
  }

  private List<String> story(int seed) {
    market.control("POST", "/reset");
    market.control(
        "PUT",
        "/people",
        "{\"seed\": %d, \"approvals\": [".formatted(seed)
            + "{\"decision\": \"ignore\", \"probability\": 0.2},"
            + "{\"decision\": \"decline\", \"probability\": 0.3, \"maxDelayMs\": 900},"
            + "{\"decision\": \"edit\", \"probability\": 0.4, \"edit\": {\"amountPercent\": 200}},"
            + "{\"decision\": \"confirm\", \"delayMs\": 10, \"maxDelayMs\": 990}]}");
    List<String> ids = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      ids.add(market.post("/proposals/prp_" + i + "/hire", Market.HIRE).text("approval.id"));
    }
    clock.pass(Duration.ofSeconds(1));
    await(() -> ids.stream().filter(id -> status(id).equals("pending")).count() == ignored());
    List<String> story = new ArrayList<>();
    for (String id : ids) {
      Reply approval = market.get("/approvals/" + id);
      String status = approval.text("approval.status");
      story.add(
          status.equals("confirmed")
              ? status + " " + amount(approval.text("approval.result.contractId"))
              : status);
    }
    return story;
  }

  /** How many approvals nobody has a plan for. */
  private long ignored() {
    return market.control("GET", "/people/plans").number("withoutPlan");
  }

  private String amount(String contract) {
    return market.get("/contracts/" + contract).text("contract.milestones.0.amountUsd");
  }

  private long delivered() {
    return market.get("/contracts").body().split("\"pendingApproval\":true", -1).length - 1L;
  }

  private Reply hiredAs(String proposal) {
    String id = market.post("/proposals/" + proposal + "/hire", Market.HIRE).text("approval.id");
    await(() -> status(id).equals("confirmed"));
    return market.get(
        "/contracts/" + market.get("/approvals/" + id).text("approval.result.contractId"));
  }

  private String milestone(String contract, int index) {
    return market.get("/contracts/" + contract).text("contract.milestones." + index + ".status");
  }

  private String payoutRequested() {
    return market.get("/contracts").text("contracts.0.milestones.0.pendingApproval");
  }

  private String status(String approvalId) {
    return market.get("/approvals/" + approvalId).text("approval.status");
  }

  private void people(String rules) {
    Reply set = market.control("PUT", "/people", "{\"approvals\": [" + rules + "]}");
    assertThat(set.status()).isEqualTo(200);
  }
}
