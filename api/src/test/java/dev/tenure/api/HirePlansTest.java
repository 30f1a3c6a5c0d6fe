package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.api.Http.Answer;
import dev.tenure.journal.account.Accounts;
import dev.tenure.journal.read.Hires;
import dev.tenure.journal.record.HireRecords;
import dev.tenure.model.account.Marketplace;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.message.RecordBatch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackExtension.class)
class HirePlansTest {

  @Test
  void aPlanIsPricedToTheCentAndStartsNothing(Http http) {
    String proposal = Bodies.proposal();
    Answer plan = http.post("/v1/hire-plans", Bodies.whole(proposal));
    assertThat(plan.status()).isEqualTo(200);
    assertThat(plan.text("/milestones/0/fees/estimated/amount")).isEqualTo("54.95");
    assertThat(plan.text("/milestones/0/fees/items/0/amount/amount")).isEqualTo("45.00");
    assertThat(plan.text("/milestones/0/fees/items/1/kind")).isEqualTo("contract_initiation_fee");
    assertThat(plan.text("/milestones/0/fees/items/1/amount/amount")).isEqualTo("9.95");
    assertThat(plan.text("/milestones/0/total/amount")).isEqualTo("504.95");
    assertThat(plan.text("/milestones/1/total/amount")).isEqualTo("275.00");
    assertThat(plan.text("/price/amount/amount")).isEqualTo("700.00");
    assertThat(plan.text("/price/feesEstimated/amount")).isEqualTo("79.95");
    assertThat(plan.text("/price/total/amount")).isEqualTo("779.95");
    assertThat(plan.text("/price/worstCase/amount")).isEqualTo("779.95");
    assertThat(plan.text("/price/headroom/amount")).isEqualTo("220.05");
    assertThat(http.get("/v1/hires?proposalId=" + proposal).json().at("/items")).isEmpty();
  }

  @Test
  void theStepsTellWhoDoesWhatInOrderAndTheApprovalsAreCounted(Http http) {
    Answer plan = http.post("/v1/hire-plans", Bodies.whole(Bodies.proposal()));
    assertThat(plan.json().at("/approvals").asInt()).isEqualTo(4);
    assertThat(plan.json().at("/steps").findValuesAsText("who"))
        .containsExactly(
            "engine", "person", "trainer", "trainer", "person", "engine", "person", "trainer",
            "trainer", "person", "engine");
    assertThat(plan.text("/steps/1/words")).contains("$504.95");
    assertThat(plan.text("/steps/5/words")).contains("once m1 is paid");
    long approvals =
        plan.json().at("/steps").findValuesAsText("who").stream().filter("person"::equals).count();
    assertThat(approvals).isEqualTo(plan.json().at("/approvals").asInt());
  }

  @Test
  void aDueDateThatIsOverIsToldBeforeAnythingIsAsked(Http http) {
    String late = Bodies.whole(Bodies.proposal()).replace("2027-07-15", "2020-01-01");
    JsonNode preflight = preflight(http, late);
    assertThat(of(preflight, "red")).contains("due_date");
    assertThat(preflight.toString()).contains("Milestone m1 is due on 2020-01-01");
  }

  @Test
  void anAccountAndAProposalInGoodOrderAreGreen(Http http) {
    Answer plan = http.post("/v1/hire-plans", Bodies.whole(Bodies.proposal()));
    assertThat(plan.text("/preflight/status")).isEqualTo("green");
    assertThat(plan.json().at("/preflight/checks").findValuesAsText("name"))
        .containsExactly(
            "worker",
            "token",
            "scopes",
            "features",
            "claimed",
            "payment",
            "proposal",
            "proposal_open",
            "proposal_fit",
            "not_hired",
            "no_other_hire",
            "cap");
  }

  @Test
  void whatTheAccountLacksIsRedWithItsFix(Http http) {
    JsonNode preflight = preflight(http, Bodies.whole(Bodies.proposal() + "_broken"));
    assertThat(preflight.get("status").asText()).isEqualTo("red");
    assertThat(of(preflight, "red")).containsExactly("scopes", "features", "claimed");
    assertThat(check(preflight, "scopes").get("words").asText()).contains("payments:write");
    assertThat(check(preflight, "claimed").get("link").asText())
        .isEqualTo("https://market.example/claim");
  }

  @Test
  void whetherACardWouldPayIsUnknownUntilAHireWaitsForWantOfMeans(Stack stack) {
    stack
        .front()
        .bean(Accounts.class)
        .served("default", Marketplace.OPENTRAIN, "https://market.example");
    stack
        .front()
        .bean(Accounts.class)
        .served("solo", Marketplace.OPENTRAIN, "https://market.example");
    String poor = ofSolo(Bodies.proposal() + "_poor");
    JsonNode preflight = preflight(stack.http(), poor);
    assertThat(preflight.get("status").asText()).isEqualTo("unknown");
    assertThat(check(preflight, "payment").get("words").asText())
        .contains("$1.00")
        .contains("$504.95")
        .contains("card");
    refuseForWantOfMeans(
        stack, stack.http().post("/v1/hires", ofSolo(Bodies.proposal())).text("/id"));
    JsonNode payment = check(preflight(stack.http(), poor), "payment");
    assertThat(payment.get("status").asText()).isEqualTo("red");
    assertThat(payment.get("link").asText()).isEqualTo("https://market.example/billing");
  }

  @Test
  void whatStandsAgainstTheProposalIsRed(Http http) {
    assertThat(of(preflight(http, Bodies.whole(Bodies.proposal() + "_none")), "red"))
        .containsExactly("proposal");
    assertThat(of(preflight(http, Bodies.whole(Bodies.proposal() + "_hired")), "red"))
        .containsExactly("not_hired");
    String unfit = Bodies.whole(Bodies.proposal() + "_unfit");
    assertThat(of(preflight(http, unfit), "red")).containsExactly("proposal_fit");
    String meant =
        unfit.replace("\"confirmNotFitOverride\":false", "\"confirmNotFitOverride\":true");
    assertThat(of(preflight(http, meant), "red")).isEmpty();
  }

  @Test
  void aHireThatStandsForTheProposalIsNamed(Http http) {
    String proposal = Bodies.proposal();
    Answer hire = http.post("/v1/hires", Bodies.whole(proposal));
    JsonNode other = check(preflight(http, Bodies.whole(proposal)), "no_other_hire");
    assertThat(other.get("status").asText()).isEqualTo("red");
    assertThat(other.get("link").asText()).isEqualTo(hire.text("/links/self"));
  }

  @Test
  void withoutAWorkerThePriceIsToldAndTheChecksAreUnknown(Stack stack) {
    stack
        .front()
        .bean(Accounts.class)
        .served("unmanned", Marketplace.OPENTRAIN, "https://market.example");
    stack
        .front()
        .bean(Accounts.class)
        .served("default", Marketplace.OPENTRAIN, "https://market.example");
    String body = Bodies.whole(Bodies.proposal()).replace("\"default\"", "\"unmanned\"");
    Answer plan = stack.http().post("/v1/hire-plans", body);
    assertThat(plan.text("/price/total/amount")).isEqualTo("779.95");
    JsonNode preflight = plan.json().get("preflight");
    assertThat(preflight.get("status").asText()).isEqualTo("unknown");
    assertThat(of(preflight, "unknown")).hasSize(10).contains("worker", "claimed", "proposal");
    assertThat(check(preflight, "cap").get("status").asText()).isEqualTo("green");
  }

  @Test
  void everyViolationIsToldAsForMakingTheHire(Http http) {
    Answer plan = http.post("/v1/hire-plans", "{\"account\":\"nobody\",\"milestones\":[]}");
    assertThat(plan.status()).isEqualTo(422);
    assertThat(plan.json().at("/errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/account", "/proposalId", "/milestones");
    assertThat(plan.json().at("/errors").findValuesAsText("detail"))
        .anyMatch(detail -> detail.contains("Known: ") && detail.contains("default"));
    assertThat(http.post("/v1/hire-plans", "{\"nothing\":1}").status()).isEqualTo(400);
  }

  private static String ofSolo(String proposal) {
    return Bodies.whole(proposal).replace("\"default\"", "\"solo\"");
  }

  private static void refuseForWantOfMeans(Stack stack, String id) {
    HireDocument old = stack.front().bean(Hires.class).find(id).orElseThrow().document();
    var hire =
        new HireDocument(
            id,
            old.account(),
            old.proposalId(),
            old.generation(),
            old.status(),
            null,
            null,
            List.of(),
            old.money(),
            List.of(),
            old.version() + 1,
            old.createdAt(),
            old.createdAt(),
            null);
    var incident =
        new IncidentDocument(
            "inc_1",
            IncidentCause.PAYMENT_METHOD_REQUIRED,
            "no card",
            null,
            "https://market.example/billing",
            List.of(),
            old.createdAt(),
            null,
            null,
            1);
    stack
        .front()
        .bean(HireRecords.class)
        .record(
            new RecordBatch(
                id, "run-1", null, hire, List.of(), List.of(), List.of(incident), List.of()));
  }

  private static JsonNode preflight(Http http, String body) {
    Answer plan = http.post("/v1/hire-plans", body);
    assertThat(plan.status()).as(plan.raw().body()).isEqualTo(200);
    return plan.json().get("preflight");
  }

  private static JsonNode check(JsonNode preflight, String name) {
    for (JsonNode check : preflight.get("checks")) {
      if (check.get("name").asText().equals(name)) {
        return check;
      }
    }
    throw new AssertionError("no check " + name);
  }

  private static List<String> of(JsonNode preflight, String status) {
    List<String> names = new ArrayList<>();
    for (JsonNode check : preflight.get("checks")) {
      if (check.get("status").asText().equals(status)) {
        names.add(check.get("name").asText());
      }
    }
    return names;
  }
}
