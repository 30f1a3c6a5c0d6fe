package dev.tenure.lifecycle.simulation.marketplace;

import static dev.tenure.lifecycle.simulation.marketplace.HiredMarketplace.FIRST;
import static dev.tenure.lifecycle.simulation.marketplace.HiredMarketplace.SECOND;
import static dev.tenure.lifecycle.simulation.marketplace.HiredMarketplace.pending;
import static dev.tenure.lifecycle.simulation.marketplace.HiredMarketplace.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.MilestoneSnapshot;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.MilestonePlan;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Approvals from their request to their end. */
class ApprovalLifeTest {
  private final HiredMarketplace hired = new HiredMarketplace();
  private final SimulatedMarketplace marketplace = hired.marketplace;
  private final MarketplacePeople people = marketplace.people();

  @Test
  void equalTermsFindThePendingApprovalAndOthersSupersedeIt() {
    ApprovalSnapshot first = ask(FIRST);
    assertThat(first.expiresAt()).isEqualTo(first.createdAt().plus(Duration.ofDays(3)));
    MilestonePlan blanks =
        new MilestonePlan(
            "other key", " Batch 1 ", "Dashcam frames\n", Money.usd("450.00"), null, FIRST.fund());
    assertThat(ask(blanks)).isEqualTo(first);
    hired.pass(Duration.ofHours(1));
    ApprovalSnapshot second = ask(SECOND);
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(read(first)).isEqualTo("expired");
    assertThat(marketplace.approval(first.id()).resolvedAt()).isEqualTo(hired.now);
    assertThat(types()).containsExactly("approval.confirmed expired");
    assertThat(words(people.confirm(first.id(), hired.now))).isEqualTo("409 approval_final");
  }

  @Test
  void expiryIsLazyAndTellsOnce() {
    ApprovalSnapshot asked = ask(FIRST);
    hired.pass(Duration.ofDays(3).minusMillis(1));
    assertThat(read(asked)).isEqualTo("pending");
    hired.pass(Duration.ofMillis(1));
    assertThat(types()).isEmpty();
    assertThat(read(asked)).isEqualTo("expired");
    assertThat(read(asked)).isEqualTo("expired");
    assertThat(types()).containsExactly("approval.confirmed expired");
    assertThat(ask(FIRST).id()).isNotEqualTo(asked.id());
  }

  @Test
  void askingAgainAfterTheWindowExpiresTheOldOne() {
    ApprovalSnapshot asked = ask(FIRST);
    hired.pass(Duration.ofDays(3));
    marketplace.account().card(false);
    assertThat(words(marketplace.requestHire("prp", FIRST, false, hired.now)))
        .isEqualTo("409 payment_method_required");
    assertThat(types()).as("a refusal changes nothing").isEmpty();
    marketplace.account().card(true);
    assertThat(ask(FIRST).id()).isNotEqualTo(asked.id());
    assertThat(types()).containsExactly("approval.confirmed expired");
  }

  @Test
  void nobodyConfirmsAfterTheWindow() {
    ApprovalSnapshot asked = ask(FIRST);
    hired.pass(Duration.ofDays(3));
    assertThat(words(people.confirm(asked.id(), hired.now))).isEqualTo("409 approval_final");
    assertThat(marketplace.contracts()).isEmpty();
    assertThat(marketplace.approval(asked.id()).status()).isEqualTo(ApprovalStatus.EXPIRED);
  }

  @Test
  void aSweepExpiresWhatNobodyReads() {
    marketplace.account().approvalWindow(Duration.ofSeconds(7));
    ask(FIRST);
    hired.pass(Duration.ofSeconds(7));
    people.sweepExpired(hired.now);
    assertThat(types()).containsExactly("approval.confirmed expired");
  }

  @Test
  void aConfirmedHireTellsInTheOrderOfTheReference() {
    ApprovalSnapshot asked = ask(FIRST);
    ApprovalSnapshot confirmed = people.confirm(asked.id(), hired.now).value();
    assertThat(confirmed.contractId()).isEqualTo(hired.contractId("prp"));
    assertThat(confirmed.result())
        .containsOnlyKeys("hired", "contractId", "jobId", "freelancerUserId");
    assertThat(types())
        .containsExactly(
            "proposal.status_changed HIRED",
            "contract.created null",
            "milestone.status_changed ACTIVE_FUNDED",
            "approval.confirmed confirmed");
    assertThat(marketplace.contract(hired.contractId("prp")).createdBy())
        .isEqualTo(Actor.approval(asked.id()));
  }

  @Test
  void whatPeopleEditWins() {
    ApprovalSnapshot asked = ask(FIRST);
    MilestonePlan edit =
        new MilestonePlan(
            "m", null, "[tenure:x/y]", Money.usd("99.5"), LocalDate.EPOCH, FIRST.fund());
    people.confirmEdited(asked.id(), edit, hired.now).value();
    MilestoneSnapshot first =
        marketplace.contract(hired.contractId("prp")).snapshot().milestones().getFirst();
    assertThat(first)
        .isEqualTo(
            new MilestoneSnapshot(
                first.id(),
                1,
                "Batch 1",
                "ACTIVE_FUNDED",
                Money.usd("99.50"),
                LocalDate.EPOCH,
                "tenure:x/y",
                false));
  }

  @Test
  void aConfirmationWithoutMeansLeavesTheApprovalPending() {
    ApprovalSnapshot asked = ask(FIRST);
    marketplace.account().card(false);
    assertThat(words(people.confirm(asked.id(), hired.now)))
        .isEqualTo("409 payment_method_required");
    marketplace.account().card(true).cardDeclines(true);
    assertThat(words(people.confirm(asked.id(), hired.now))).isEqualTo("409 card_declined");
    assertThat(read(asked)).isEqualTo("pending");
    assertThat(types()).isEmpty();
    marketplace.account().cardDeclines(false);
    assertThat(words(people.confirm(asked.id(), hired.now))).isEqualTo("ok");
  }

  @Test
  void aFundingWhoseChargeFailsLeavesABillOnce() {
    String milestone = hired.create(hired.hire("prp")).id();
    ApprovalSnapshot asked = pending(marketplace.requestFunding(milestone, hired.now));
    marketplace.account().cardDeclines(true);
    int before = marketplace.events().size();
    assertThat(words(people.confirm(asked.id(), hired.now))).isEqualTo("409 card_declined");
    assertThat(words(people.confirm(asked.id(), hired.now))).isEqualTo("409 card_declined");
    assertThat(types().subList(before, types().size())).containsExactly("payment.pending null");
    assertThat(read(asked)).isEqualTo("pending");
  }

  @Test
  void whatIsDoneInTheAppOvertakesItsApproval() {
    ApprovalSnapshot hire = ask(FIRST);
    people.hireInApp("prp", SECOND, hired.now).value();
    String contract = hired.contractId("prp");
    String first = hired.milestoneId(contract, 1);
    String second = hired.create(contract).id();
    ApprovalSnapshot fund = pending(marketplace.requestFunding(second, hired.now));
    people.fundInApp(second, hired.now).value();
    ApprovalSnapshot pay = pending(marketplace.requestRelease(first, hired.now));
    people.payInApp(first, hired.now).value();
    ApprovalSnapshot cancelled = pending(marketplace.requestRelease(second, hired.now));
    people.cancelInApp(second, hired.now).value();
    people.addMilestoneInApp(contract, null, "By hand", Money.usd("5"), hired.now).value();
    String third = hired.milestoneId(contract, 3);
    people.fundInApp(third, hired.now).value();
    ApprovalSnapshot disputed = pending(marketplace.requestRelease(third, hired.now));
    people.disputeInApp(third, hired.now).value();
    ApprovalSnapshot end = pending(marketplace.requestEnd(contract, hired.now));
    people.endInApp(contract, true, hired.now).value();
    for (ApprovalSnapshot asked : List.of(hire, fund, pay, cancelled, disputed, end)) {
      assertThat(read(asked)).as(asked.type()).isEqualTo("expired");
    }
    assertThat(marketplace.moneyViolations()).isEmpty();
  }

  @Test
  void aDirectEndSettlesWhatWasPending() {
    String contract = hired.hire("prp");
    String second = hired.create(contract).id();
    ApprovalSnapshot fund = pending(marketplace.requestFunding(second, hired.now));
    ApprovalSnapshot end = pending(marketplace.requestEnd(contract, hired.now));
    people.payInApp(hired.milestoneId(contract, 1), hired.now).value();
    int before = types().size();
    assertThat(words(marketplace.requestEnd(contract, hired.now))).isEqualTo("200 ended");
    assertThat(read(fund)).isEqualTo("expired");
    assertThat(read(end)).isEqualTo("expired");
    assertThat(types().subList(before, types().size()))
        .as("the end itself is no event")
        .containsExactly("approval.confirmed expired", "approval.confirmed expired");
    assertThat(marketplace.contract(contract).endedBy()).isEqualTo(Actor.API_CALL);
  }

  @Test
  void aDeclineMakesRoomForANewRequest() {
    ApprovalSnapshot asked = ask(FIRST);
    people.decline(asked.id(), hired.now).value();
    assertThat(read(asked)).isEqualTo("declined");
    assertThat(ask(FIRST).id()).isNotEqualTo(asked.id());
    assertThat(marketplace.approvals())
        .extracting(SimulatedApproval::kind)
        .containsOnly(ApprovalKind.PROPOSAL_HIRE);
  }

  @Test
  void anotherTokenOfAMemberSeesOnlyWhatItAskedFor() {
    marketplace.account().ownerToken(false);
    ApprovalSnapshot first = ask(FIRST);
    marketplace.account().rotateToken();
    assertThat(words(marketplace.readApproval(first.id(), hired.now))).isEqualTo("404 approvals");
    assertThat(ask(FIRST).id()).isEqualTo(first.id());
    assertThat(read(first)).isEqualTo("pending");
    marketplace.account().rotateToken();
    people.confirm(first.id(), hired.now).value();
    assertThat(words(marketplace.readApproval(first.id(), hired.now))).isEqualTo("404 approvals");
    assertThat(words(marketplace.readContract(hired.contractId("prp"), hired.now))).isEqualTo("ok");
    marketplace.account().ownerToken(true);
    assertThat(read(first)).isEqualTo("confirmed");
  }

  private ApprovalSnapshot ask(MilestonePlan terms) {
    return pending(marketplace.requestHire("prp", terms, false, hired.now));
  }

  private String read(ApprovalSnapshot approval) {
    return marketplace.readApproval(approval.id(), hired.now).value().status();
  }

  private List<String> types() {
    return marketplace.events().stream()
        .map(event -> event.notification().type() + " " + event.notification().status())
        .toList();
  }
}
