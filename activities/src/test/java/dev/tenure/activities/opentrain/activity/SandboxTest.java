package dev.tenure.activities.opentrain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.activities.Samples;
import dev.tenure.activities.marketplace.Allowance;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer;
import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer.Reason;
import dev.tenure.lifecycle.opentrain.marketplace.ContractReading;
import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.MilestoneSnapshot;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.money.Money;
import dev.tenure.workflows.opentrain.ApprovalRef;
import dev.tenure.workflows.opentrain.ApprovalSearch;
import dev.tenure.workflows.opentrain.ContractRef;
import dev.tenure.workflows.opentrain.EndAnswer;
import dev.tenure.workflows.opentrain.MarketplaceActivities;
import dev.tenure.workflows.opentrain.MilestoneAsk;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hire over all its calls, and calls whose answers are lost. */
class SandboxTest extends AtTheSandbox {

  @Test
  void aHireRunsFromItsRequestToTheEndOfItsContract() throws Exception {
    ContractSnapshot hired = hire();
    assertThat(hired.proposalId()).isEqualTo("prp_1");
    MilestoneSnapshot first = hired.milestones().getFirst();
    assertThat(first.funded()).isTrue();
    assertThat(first.amount()).isEqualTo(Money.usd("450"));
    assertThat(first.dueDate()).isEqualTo(FIRST.dueDate());
    assertThat(first.tag()).isNull();

    MilestoneSnapshot second = create(hired.id());
    assertThat(second.notFunded()).isTrue();
    assertThat(second.amount()).isEqualTo(Money.usd("250.50"));
    assertThat(second.tag()).isEqualTo("tenure:hir_x/m2");
    assertThat(confirm(marketplace.requestFunding(new MilestoneAsk(second.id()))).result())
        .containsKey("invoiceId");

    control("POST", "/milestones/" + first.id() + "/request-payout", "");
    assertThat(contract(hired.id()).milestone(first.id()).orElseThrow().delivered()).isTrue();
    for (MilestoneSnapshot milestone : contract(hired.id()).milestones()) {
      assertThat(confirm(marketplace.requestRelease(new MilestoneAsk(milestone.id()))).result())
          .containsKey("payoutTransactionId");
    }
    assertThat(contract(hired.id()).milestones()).allMatch(MilestoneSnapshot::paid);
    EndAnswer end = marketplace.requestEnd(new ContractRef(hired.id()));
    assertThat(end.answer()).isEqualTo(new AskAnswer.Done());
    assertThat(end.contract())
        .isEqualTo(new ContractReading.Seen(contract(hired.id())))
        .isInstanceOfSatisfying(
            ContractReading.Seen.class, seen -> assertThat(seen.contract().ended()).isTrue());
    assertThat(contract(hired.id()).ended()).isTrue();
    assertThat(Samples.tree(control("GET", "/audit", "")).get("violations")).isEmpty();
  }

  @Test
  void whatHappenedAlreadyIsAFact() throws Exception {
    ContractSnapshot hired = hire();
    String first = hired.milestones().getFirst().id();
    String second = create(hired.id()).id();
    assertThat(requestHire()).isEqualTo(new AskAnswer.Fact(Reason.ALREADY_ACCEPTED));
    assertThat(marketplace.requestFunding(new MilestoneAsk(first)))
        .isEqualTo(new AskAnswer.Fact(Reason.MILESTONE_NOT_FUNDABLE));
    assertThat(marketplace.requestRelease(new MilestoneAsk(second)))
        .isEqualTo(new AskAnswer.Fact(Reason.MILESTONE_NOT_FUNDED));
    control("POST", "/milestones/" + second + "/cancel", "");
    assertThat(marketplace.requestFunding(new MilestoneAsk(second)))
        .isEqualTo(new AskAnswer.Fact(Reason.MILESTONE_CANCELLED));
    assertThat(confirm(marketplace.requestEnd(new ContractRef(hired.id())).answer()).result())
        .containsEntry("contractEnded", "true");
    assertThat(marketplace.requestEnd(new ContractRef(hired.id())))
        .isEqualTo(new EndAnswer(new AskAnswer.Fact(Reason.CONTRACT_ENDED), null));
  }

  @Test
  void theSameRequestFindsTheSamePendingApproval() {
    assertThat(requestHire()).isEqualTo(requestHire());
  }

  @Test
  void aHireWhoseAnswerIsLostIsFoundByAskingAgain() throws Exception {
    control(
        "POST",
        "/faults",
        "{\"method\":\"POST\",\"path\":\"/proposals/*/hire\",\"kind\":\"drop_answer\",\"times\":1}");
    assertThat(type(this::requestHire)).isEqualTo(MarketplaceActivities.UNANSWERED);
    assertThat(requestHire()).isInstanceOf(AskAnswer.Pending.class);
    assertThat(Samples.tree(control("GET", "/audit", "")).get("violations")).isEmpty();
  }

  @Test
  void anApprovalWhoseAskHadNoAnswerIsFoundByItsEvent() throws Exception {
    Instant before = Instant.now();
    control(
        "POST",
        "/faults",
        "{\"method\":\"POST\",\"path\":\"/proposals/prp_1/hire\",\"kind\":\"drop_answer\",\"times\":1}");
    assertThat(type(this::requestHire)).isEqualTo(MarketplaceActivities.UNANSWERED);
    ApprovalSnapshot confirmed = confirm(requestHire());
    hire("prp_2");
    new OpenTrainUpdates(api, new Allowance(100).feed())
        .after(null).entries().stream()
            .map(entry -> entry.notification().approvalId())
            .filter(Objects::nonNull)
            .forEach(named::add);
    assertThat(named).hasSize(2);
    ApprovalSearch search = new ApprovalSearch(ApprovalKind.PROPOSAL_HIRE, "prp_1", before);
    assertThat(marketplace.findApproval(search).approvals()).containsExactly(confirmed);
  }

  @Test
  void aConfirmedApprovalBringsItsContractAndADeclinedOneWhatThereIs() throws Exception {
    ApprovalSnapshot hired = confirm(requestHire());
    ContractReading contract = marketplace.readApproval(new ApprovalRef(hired.id())).contract();
    assertThat(contract)
        .isEqualTo(new ContractReading.Seen(contract(Objects.requireNonNull(hired.contractId()))));
    String other = ((AskAnswer.Pending) requestHire("prp_2")).approval().id();
    assertThat(marketplace.readApproval(new ApprovalRef(other)).contract()).isNull();
    control("POST", "/approvals/" + other + "/decline", "");
    assertThat(marketplace.readApproval(new ApprovalRef(other)).contract())
        .isEqualTo(new ContractReading.NotFound());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rate_limit", "rate_limit_date"})
  void oneCallTooManyWasNotCarriedOut(String kind) throws Exception {
    control(
        "POST",
        "/faults",
        "{\"method\":\"POST\",\"path\":\"/proposals/*/hire\",\"kind\":\"%s\",\"times\":1}"
            .formatted(kind));
    assertThat(type(this::requestHire)).isEqualTo("marketplace_unavailable");
    assertThat(requestHire()).isInstanceOf(AskAnswer.Pending.class);
  }

  @Test
  void aMilestoneWhoseAnswerIsLostIsNotCreatedTwice() throws Exception {
    ContractSnapshot hired = hire();
    control(
        "POST",
        "/faults",
        "{\"method\":\"POST\",\"path\":\"/contracts/*/milestones\",\"kind\":\"drop_answer\",\"times\":1}");
    MilestoneSnapshot second = create(hired.id());
    assertThat(contract(hired.id()).milestones()).hasSize(2);
    assertThat(create(hired.id()).id()).isEqualTo(second.id());
    assertThat(Samples.tree(control("GET", "/audit", "")).get("violations")).isEmpty();
  }

  @Test
  void anUnclaimedAccountWithoutCardIsToldWithItsLinks() throws Exception {
    control("PUT", "/accounts/acc_1", "{\"claimed\":false}");
    assertThat(type(this::requestHire)).isEqualTo("account_claim_required");
    control("PUT", "/accounts/acc_1", "{\"claimed\":true,\"card\":false,\"creditsCents\":0}");
    assertThat(type(this::requestHire)).isEqualTo("payment_method_required");
    control("PUT", "/accounts/acc_1", "{\"features\":{\"public_api_hiring\":false}}");
    assertThat(type(this::requestHire)).isEqualTo("feature_disabled");
    control("PUT", "/accounts/acc_1", "{\"scopes\":[\"proposals:read\"]}");
    assertThat(type(this::requestHire)).isEqualTo("scope_missing");
  }
}
