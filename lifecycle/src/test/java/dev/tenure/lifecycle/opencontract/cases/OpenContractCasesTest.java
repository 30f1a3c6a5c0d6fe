package dev.tenure.lifecycle.opencontract.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.lifecycle.hire.Incident;
import dev.tenure.lifecycle.opencontract.OpenContractLifecycle;
import dev.tenure.lifecycle.opencontract.call.OpenContractCall;
import dev.tenure.lifecycle.opencontract.decision.OpenContractActions;
import dev.tenure.lifecycle.opencontract.hire.Approval;
import dev.tenure.lifecycle.opencontract.hire.OpenContractTotals;
import dev.tenure.lifecycle.opencontract.hire.WorkingContract;
import dev.tenure.lifecycle.opencontract.record.OpenContractDocuments;
import dev.tenure.lifecycle.opencontract.record.OpenContractLedger;
import dev.tenure.lifecycle.opencontract.record.OpenContractSnapshot;
import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.hire.AllowedAction;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.ApprovalTerms;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.message.HireEvent;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.HireTerms;
import dev.tenure.model.plan.OnSilence;
import dev.tenure.model.plan.OpenContractTerms;
import dev.tenure.model.plan.SelfApproval;
import dev.tenure.model.plan.WorkerLost;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a hire on OpenContract does, status by status and approval by approval. */
class OpenContractCasesTest {

  @Test
  void aHireOfTwoMilestonesIsCreatedDeliveredApprovedAndSettledToItsEnd() {
    OpenContractStory s = delivered(OnSilence.LET_PAY).confirm("release m1");
    assertThat(state(s, "m1")).isEqualTo(MilestoneState.SETTLING);

    s.shows("settled-fully-met", "met", "met").confirm("fund m2").shows("matched");
    s.shows("under-review").confirm("release m2").shows("settled-fully-met", "met", "met");

    assertThat(s.hire().closed()).isEqualTo(HireStatus.ENDED);
    assertThat(OpenContractTotals.of(s.hire()).paid()).isEqualTo(usdc("150"));
    assertThat(s.calls(OpenContractCall.Create.class)).isEqualTo(2);
    assertThat(s.calls(OpenContractCall.Approve.class)).isEqualTo(2);
  }

  @Test
  void nothingIsCreatedBeforeAYes() {
    OpenContractStory s = story(OnSilence.LET_PAY);

    assertThat(s.calls(OpenContractCall.Create.class)).isZero();
    assertThat(s.hire().status()).isEqualTo(HireStatus.AWAITING_APPROVAL);
    s.decline("fund m1");
    assertThat(s.calls(OpenContractCall.Create.class)).isZero();
    assertThat(causes(s)).containsExactly(IncidentCause.APPROVAL_DECLINED);
  }

  @Test
  void termsThatChangeAfterTheYesVoidItAndAreAskedForAnew() {
    OpenContractStory s = story(OnSilence.LET_PAY).command(new Command.Pause()).confirm("fund m1");
    Approval yes = s.hire().approvals().getFirst();

    s.command(
        new Command.Change(
            HireTerms.of(s.hire().plan()),
            List.of(OpenContractStory.milestone("m1", "120", FundRule.atStart()))));
    s.command(new Command.Resume());

    assertThat(s.hire().approval(yes.id()).orElseThrow().status())
        .isEqualTo(ApprovalStatus.SUPERSEDED);
    assertThat(s.calls(OpenContractCall.Create.class)).isZero();
    assertThat(s.pending("fund m1").orElseThrow().amount()).isEqualTo(usdc("120"));
  }

  @Test
  void anApprovalIsToldWithTheTermsThatItWasAskedForAndHoldsThemWhileItIsPending() {
    OpenContractStory s = story(OnSilence.LET_PAY);
    Approval asked = s.pending("fund m1").orElseThrow();
    ApprovalTerms created =
        Objects.requireNonNull(OpenContractDocuments.of(s.hire(), asked).terms());
    assertThat(created.price()).isEqualTo(usdc("100"));
    assertThat(created.worker()).isEqualTo(asked.worker());
    assertThat(created.openContract()).isEqualTo(s.hire().milestone("m1").openContract());
    assertThat(created.contract()).isNull();

    s.command(
        new Command.Change(
            HireTerms.of(s.hire().plan()),
            List.of(OpenContractStory.milestone("m1", "120", FundRule.atStart()))));
    Approval again = s.pending("fund m1").orElseThrow();
    assertThat(Objects.requireNonNull(again.terms()).price()).isEqualTo(usdc("120"));
    assertThat(s.hire().approval(asked.id()).orElseThrow().terms()).isNull();

    s.confirm("fund m1").shows("matched").shows("under-review");
    Approval release = s.pending("release m1").orElseThrow();
    ApprovalTerms judged =
        Objects.requireNonNull(OpenContractDocuments.of(s.hire(), release).terms());
    WorkingContract contract = Objects.requireNonNull(s.hire().milestone("m1").contract());
    assertThat(judged.contractId()).isEqualTo(contract.id());
    assertThat(judged.worker()).isEqualTo(contract.worker());
    assertThat(Objects.requireNonNull(judged.contract()).delivery())
        .isEqualTo(contract.shown().delivery());
  }

  @Test
  void aDecisionOnOtherTermsOrByWhoeverBeganTheHireIsRefused() {
    OpenContractStory s = story(OnSilence.LET_PAY);
    Approval approval = s.pending("fund m1").orElseThrow();

    assertThat(
            s.check(new Command.DecideApproval(approval.id(), true, "other", null), "a person")
                .orElseThrow()
                .code())
        .isEqualTo(Rejection.TERMS_CHANGED);
    assertThat(
            s.check(
                    new Command.DecideApproval(approval.id(), true, approval.termsDigest(), null),
                    OpenContractStory.REQUESTER)
                .orElseThrow()
                .code())
        .isEqualTo(Rejection.SELF_APPROVAL);
  }

  @Test
  void whereWhoeverBeganItMayNotDecideADecisionByNobodyKnownIsRefused() {
    OpenContractStory s = story(OnSilence.LET_PAY);
    Approval approval = s.pending("fund m1").orElseThrow();

    Rejection refused =
        s.check(new Command.DecideApproval(approval.id(), true, approval.termsDigest(), null), null)
            .orElseThrow();
    assertThat(refused.code()).isEqualTo(Rejection.SELF_APPROVAL);
    assertThat(refused.words()).contains("policies.selfApproval", "not known who decides");
  }

  @Test
  void deadlinesThatPassedBeforeTheCreationAreToldWithWhatCanStillBeDone() {
    Instant match = OpenContractStory.BEGINNING.plus(Duration.ofHours(1));
    OpenContractStory s =
        new OpenContractStory(
            OpenContractStory.plan(OnSilence.LET_PAY, WorkerLost.HOLD)
                .withMilestones(List.of(OpenContractStory.matchedBy("m1", "100", match))));

    s.until(match);

    assertThat(causes(s)).containsExactly(IncidentCause.DEADLINES_PASSED);
    assertThat(s.hire().openIncidents().getFirst().detail())
        .contains("Nothing was created", "it goes on once its openContract.deadlines are changed");
    assertThat(s.calls(OpenContractCall.Create.class)).isZero();
    s.changes(OpenContractStory.matchedBy("m1", "100", match.plus(Duration.ofDays(1))));
    assertThat(s.hire().openIncidents()).isEmpty();
    assertThat(s.confirm("fund m1").calls(OpenContractCall.Create.class)).isOne();
  }

  @Test
  void aSilentReviewCostsFourReadsAndLetsPay() {
    OpenContractStory s = delivered(OnSilence.LET_PAY);
    long before = s.calls(OpenContractCall.Read.class);

    s.until(s.review().plusMillis(1));

    assertThat(s.pending("release m1")).isEmpty();
    assertThat(s.hire().openIncidents()).isEmpty();
    s.until(s.review().plusSeconds(1));
    assertThat(s.calls(OpenContractCall.Read.class) - before).isLessThanOrEqualTo(4);
  }

  @Test
  void aReleaseIsAskedEarlyEnoughForADispute() {
    OpenContractStory s = delivered(OnSilence.LET_PAY);
    Approval release = s.pending("release m1").orElseThrow();
    Duration left = Duration.between(s.now(), s.review().minus(Duration.ofHours(1)));

    assertThat(release.expiresAt())
        .isBeforeOrEqualTo(s.now().plus(left.multipliedBy(2).dividedBy(3)));
  }

  @Test
  void aDeclinedReleaseAsksForADisputeAndSignsItWithAYes() {
    OpenContractStory s = delivered(OnSilence.LET_PAY).decline("release m1");
    Approval dispute = s.pending("dispute m1").orElseThrow();

    assertThat(dispute.amount()).isEqualTo(usdc("5"));
    assertThat(dispute.expiresAt()).isBeforeOrEqualTo(s.review().minus(Duration.ofHours(1)));
    assertThat(s.calls(OpenContractCall.Dispute.class)).isZero();
    s.confirm("dispute m1");
    assertThat(s.calls(OpenContractCall.Dispute.class)).isEqualTo(1);
    assertThat(state(s, "m1")).isEqualTo(MilestoneState.DISPUTED);

    s.shows("resolved", "met", "not met").shows("settled-partially-met");
    assertThat(state(s, "m1")).isEqualTo(MilestoneState.PARTLY_PAID);
    assertThat(OpenContractLedger.of(s.hire()).stream().map(entry -> entry.type() + entry.amount()))
        .containsExactly(
            "ESCROW-100.000000 USDC",
            "BOND-5.000000 USDC",
            "REFUND50.000000 USDC",
            "BOND_RETURN5.000000 USDC");
    assertThat(s.pending("fund m2")).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"LET_PAY, false", "DISPUTE, true"})
  void anUndecidedReleaseDisputesOnlyWhereThePolicySaysSo(OnSilence onSilence, boolean asks) {
    OpenContractStory s = delivered(onSilence);

    s.until(s.pending("release m1").orElseThrow().expiresAt());

    assertThat(s.pending("dispute m1").isPresent()).isEqualTo(asks);
    assertThat(s.hire().openIncidents()).isEmpty();
  }

  @Test
  void aDeclinedDisputeTellsThatMoneyMovesAndHealsOnceItHas() {
    OpenContractStory s = delivered(OnSilence.LET_PAY).decline("release m1").decline("dispute m1");
    assertThat(causes(s)).containsExactly(IncidentCause.SILENCE_PAYS);
    assertThat(s.hire().openIncidents().getFirst().detail())
        .contains(s.review().toString())
        .contains("dispute");

    s.until(s.review()).shows("resolved", "met", "met");

    assertThat(s.hire().openIncidents()).isEmpty();
    assertThat(s.calls(OpenContractCall.Dispute.class)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "cancelled-unmatched, CONTRACT_UNMATCHED",
    "cancelled-withdrawn, WORKER_WITHDREW",
    "cancelled-absent, WORKER_ABSENT",
    "settled-none-met, NOTHING_MET",
    "cancelled-by-client, MILESTONE_GONE",
  })
  void aLostWorkerHoldsUntilAPersonSays(String status, IncidentCause cause) {
    OpenContractStory s =
        story(OnSilence.LET_PAY).confirm("fund m1").shows(status, "not met", "not met");
    assertThat(causes(s)).containsExactly(cause);

    Incident incident = s.hire().openIncidents().getFirst();
    s.command(new Command.Resolve(incident.id(), Resolution.RETRY));
    assertThat(s.pending("fund m1").orElseThrow().contract()).isEqualTo(2);
    assertThat(s.calls(OpenContractCall.Create.class)).isEqualTo(1);
    s.confirm("fund m1");
    assertThat(s.calls(OpenContractCall.Create.class)).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cancelled-unmatched|100.000000 USDC come back from escrow.",
        "cancelled-withdrawn|101.500000 USDC come back: 100.000000 USDC from escrow and 1.500000 USDC"
            + " of the Worker's stake as compensation.",
        "cancelled-absent|104.000000 USDC come back: 100.000000 USDC from escrow and 4.000000 USDC of"
            + " the Worker's stake as compensation."
      })
  void aLostWorkerTellsToTheUnitWhatComesBack(String status, String words) {
    OpenContractStory s = story(OnSilence.LET_PAY).confirm("fund m1").shows("matched");

    s.shows(status);

    assertThat(s.hire().openIncidents().getFirst().detail()).contains(words);
  }

  @Test
  void aDisputeThatFindsNothingMetTellsThatTheBondComesBackAsWell() {
    OpenContractStory s = delivered(OnSilence.LET_PAY).decline("release m1").confirm("dispute m1");

    s.shows("settled-none-met", "not met", "not met");

    assertThat(s.hire().openIncidents().getFirst().detail())
        .contains(
            "109.000000 USDC come back: 100.000000 USDC from escrow, the bond of 5.000000 USDC and"
                + " 4.000000 USDC of the Worker's stake as compensation.");
  }

  @Test
  void whatComesBackIsKnownBeforeTheIncidentOfALostWorkerAndToldBeforeIt() {
    OpenContractStory s = story(OnSilence.LET_PAY).confirm("fund m1").shows("matched");
    OpenContractSnapshot told = OpenContractSnapshot.of(s.hire());

    s.holds(OpenContractCall.ReadProtocol.class).shows("cancelled-withdrawn");
    assertThat(s.hire().openIncidents()).isEmpty();
    s.answersWhatWasHeld();

    assertThat(new OpenContractLifecycle(s.hire()).changes(told, s.now()).events())
        .extracting(HireEvent::type)
        .containsExactly("milestone.worker_withdrew", "incident.opened");
  }

  @Test
  void aLostWorkerIsToldAlsoWhereTheProtocolCannotBeRead() {
    OpenContractStory s = story(OnSilence.LET_PAY).confirm("fund m1").shows("matched");

    s.silent(OpenContractCall.ReadProtocol.class).shows("cancelled-absent");

    assertThat(causes(s)).contains(IncidentCause.WORKER_ABSENT);
    assertThat(s.hire().incidents())
        .filteredOn(incident -> incident.cause() == IncidentCause.WORKER_ABSENT)
        .allSatisfy(
            incident ->
                assertThat(incident.detail())
                    .contains("100.000000 USDC come back from escrow;", "Worker's stake"));
  }

  @Test
  void aRetriedCreationOfWhichNothingIsSignedIsNotToldAsAPayment() {
    OpenContractStory s =
        story(OnSilence.LET_PAY)
            .refuses(OpenContractCall.Create.class, IncidentCause.TOKEN_REJECTED)
            .confirm("fund m1")
            .after(Duration.ofMinutes(5));

    s.holds(OpenContractCall.Create.class).resolve(Resolution.RETRY);

    assertThat(s.hire().openIncidents()).isEmpty();
    assertThat(s.hire().running()).containsKey("create m1");
  }

  @Test
  void theNextWorkerIsAwardedOnceAndThenAPersonIsNeeded() {
    OpenContractStory s =
        new OpenContractStory(OpenContractStory.plan(OnSilence.LET_PAY, WorkerLost.NEXT_WORKER))
            .confirm("fund m1")
            .shows("cancelled-unmatched");

    assertThat(s.pending("fund m1").orElseThrow().worker()).isEqualTo("0xW2");
    s.confirm("fund m1").shows("cancelled-unmatched");
    assertThat(s.pending("fund m1")).isEmpty();
    assertThat(causes(s)).containsExactly(IncidentCause.CONTRACT_UNMATCHED);
    assertThat(s.hire().openIncidents().getFirst().detail())
        .contains("No other Worker is named any more.");
  }

  @Test
  void theEndCancelsWhatNobodyAcceptedAndWaitsForTheRest() {
    OpenContractStory created = story(OnSilence.LET_PAY).confirm("fund m1");
    created.command(new Command.End());
    assertThat(created.hire().closed()).isEqualTo(HireStatus.ENDED);
    assertThat(created.calls(OpenContractCall.Cancel.class)).isEqualTo(1);

    OpenContractStory matched = story(OnSilence.LET_PAY).confirm("fund m1").shows("matched");
    assertThat(matched.check(new Command.Cancel(), null).orElseThrow().words())
        .contains("100.000000 USDC cannot be called back");
    matched.command(new Command.End());
    assertThat(matched.hire().status()).isEqualTo(HireStatus.ENDING);
    matched.shows("cancelled-absent");
    assertThat(matched.hire().closed()).isEqualTo(HireStatus.ENDED);
  }

  @ParameterizedTest
  @EnumSource(
      value = IncidentCause.class,
      names = {"PAYMENT_REFUSED", "TOKEN_REJECTED", "RATE_LIMITED"})
  void aCreationThatIsRefusedIsNotSignedAnyMoreOnceTheHireIsCancelled(IncidentCause cause) {
    OpenContractStory s =
        story(OnSilence.LET_PAY).refuses(OpenContractCall.Create.class, cause).confirm("fund m1");
    assertThat(causes(s)).containsExactly(cause);
    assertThat(s.hire().running()).containsKey("create m1");

    s.command(new Command.Cancel());

    assertThat(s.made().getLast())
        .isInstanceOfSatisfying(
            OpenContractCall.Create.class, last -> assertThat(last.settleOnly()).isTrue());
    assertThat(s.hire().closed()).isEqualTo(HireStatus.CANCELLED);
  }

  @Test
  void aCreationThatIsHeldUpIsSkippedOnceItIsKnownThatNothingWasPaid() {
    OpenContractStory s =
        story(OnSilence.LET_PAY)
            .refuses(OpenContractCall.Create.class, IncidentCause.PAYMENT_REFUSED)
            .confirm("fund m1");
    assertThat(AllowedAction.of(ActionKind.DROP, "m1")).isIn(OpenContractActions.of(s.hire()));

    s.resolve(Resolution.SKIP);

    assertThat(s.made().getLast())
        .isInstanceOfSatisfying(
            OpenContractCall.Create.class, last -> assertThat(last.settleOnly()).isTrue());
    assertThat(s.hire().milestone("m1").dropped()).isTrue();
    assertThat(s.hire().openIncidents()).isEmpty();
    assertThat(s.pending("fund m2")).isPresent();
  }

  @Test
  void aSkippedCreationThatWasPaidForAfterAllIsCancelled() {
    OpenContractStory s =
        story(OnSilence.LET_PAY)
            .refuses(OpenContractCall.Create.class, IncidentCause.TOKEN_REJECTED)
            .confirm("fund m1")
            .paidUnseen()
            .resolve(Resolution.SKIP);

    assertThat(s.made()).filteredOn(OpenContractCall.Cancel.class::isInstance).hasSize(1);
    assertThat(s.hire().milestone("m1").contracts()).hasSize(1);
    assertThat(s.hire().milestone("m1").skipped()).isTrue();
    assertThat(s.hire().openIncidents()).isEmpty();
  }

  @Test
  void aPaymentWhoseFateStaysUnknownIsAskedAboutMoreAndMoreRarely() {
    OpenContractStory s = story(OnSilence.LET_PAY).creationsUncertain().confirm("fund m1");
    s.until(s.now().plus(Duration.ofDays(1)));

    assertThat(s.made())
        .filteredOn(OpenContractCall.Create.class::isInstance)
        .hasSizeBetween(90, 140);
  }

  @Test
  void aCancelBeforeAnyContractCloses() {
    OpenContractStory s = story(OnSilence.LET_PAY).command(new Command.Cancel());

    assertThat(s.hire().closed()).isEqualTo(HireStatus.CANCELLED);
    assertThat(s.hire().approvals().getFirst().status()).isEqualTo(ApprovalStatus.SUPERSEDED);
  }

  @Test
  void whatIsNotDecidedInTimeExpiresByTheClock() {
    OpenContractStory s = story(OnSilence.LET_PAY);
    Approval first = s.pending("fund m1").orElseThrow();

    s.until(first.expiresAt());

    assertThat(s.hire().approval(first.id()).orElseThrow().status())
        .isEqualTo(ApprovalStatus.EXPIRED);
    assertThat(s.pending("fund m1").orElseThrow().ordinal()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = IncidentCause.class,
      names = {"PAYMENT_REFUSED", "TOKEN_REJECTED", "REQUEST_REJECTED", "RATE_LIMITED"})
  void aDisputeThatIsRefusedTellsThatMoneyMovesUntilItHas(IncidentCause cause) {
    OpenContractStory s =
        delivered(OnSilence.LET_PAY).refuses(OpenContractCall.Dispute.class, cause);
    s.decline("release m1").confirm("dispute m1");

    assertThat(causes(s)).containsExactly(IncidentCause.SILENCE_PAYS);
    assertThat(s.hire().openIncidents().getFirst().detail())
        .contains("100.000000 USDC", s.review().toString(), cause.wire());
    s.until(s.review());
    assertThat(causes(s)).doesNotContain(IncidentCause.SILENCE_PAYS);
    s.shows("resolved", "met", "met");
    assertThat(s.hire().openIncidents()).isEmpty();
  }

  @Test
  void aDisputeWithoutAnAnswerTellsThatMoneyMovesAndNotThatNothingIsLost() {
    OpenContractStory s = delivered(OnSilence.LET_PAY).silent(OpenContractCall.Dispute.class);
    s.decline("release m1").confirm("dispute m1");

    assertThat(causes(s)).containsExactly(IncidentCause.SILENCE_PAYS);
    assertThat(s.hire().openIncidents().getFirst().detail())
        .contains(s.review().toString(), "has not answered")
        .doesNotContain("nothing is lost");
  }

  @Test
  void anUncertainDisputeTellsThatMoneyMovesAndRetryAsksAtOnce() {
    OpenContractStory s = delivered(OnSilence.LET_PAY).disputesUncertain();
    s.decline("release m1").confirm("dispute m1").after(Duration.ofMinutes(3));

    assertThat(causes(s)).containsExactly(IncidentCause.SILENCE_PAYS);
    assertThat(s.hire().openIncidents().getFirst().detail())
        .contains(s.review().toString(), "not known whether it was settled")
        .doesNotContain("nothing is lost");
    long asked = s.calls(OpenContractCall.Dispute.class);
    s.answers();
    s.command(new Command.Resolve(s.hire().openIncidents().getFirst().id(), Resolution.RETRY));
    assertThat(s.calls(OpenContractCall.Dispute.class)).isEqualTo(asked + 1);
    assertThat(state(s, "m1")).isEqualTo(MilestoneState.DISPUTED);
    assertThat(s.hire().openIncidents()).isEmpty();
  }

  @Test
  void aBondThatTheProtocolDoesNotTakeAnyMoreIsReadAnewAndAskedForAnew() {
    OpenContractStory s = delivered(OnSilence.LET_PAY).decline("release m1");
    Approval stale = s.pending("dispute m1").orElseThrow();

    s.bondRatio("0.07").refuses(OpenContractCall.Dispute.class, IncidentCause.PAYMENT_REFUSED);
    s.confirm("dispute m1");

    assertThat(s.hire().approval(stale.id()).orElseThrow().status())
        .isEqualTo(ApprovalStatus.SUPERSEDED);
    assertThat(s.pending("dispute m1").orElseThrow().amount()).isEqualTo(usdc("7"));
    assertThat(s.calls(OpenContractCall.Dispute.class)).isEqualTo(1);
    s.answers().confirm("dispute m1");
    assertThat(state(s, "m1")).isEqualTo(MilestoneState.DISPUTED);
    assertThat(s.hire().openIncidents()).isEmpty();
  }

  @Test
  void aBondThatChangesWhileADisputeIsHeldByALimitIsAskedForAnewAsWell() {
    OpenContractStory s =
        delivered(OnSilence.LET_PAY)
            .refuses(OpenContractCall.Dispute.class, IncidentCause.PAYMENT_REFUSED)
            .decline("release m1")
            .confirm("dispute m1");
    assertThat(s.hire().running()).containsKey("dispute m1");

    s.bondRatio("0.07").after(Duration.ofHours(1));

    assertThat(s.pending("dispute m1").orElseThrow().amount()).isEqualTo(usdc("7"));
    assertThat(s.hire().running()).doesNotContainKey("dispute m1");
    s.answers().confirm("dispute m1");
    assertThat(state(s, "m1")).isEqualTo(MilestoneState.DISPUTED);
  }

  @Test
  void aDisputeCanBeCommandedAgainAfterEachNo() {
    OpenContractStory s = delivered(OnSilence.LET_PAY).decline("release m1").decline("dispute m1");

    for (int again = 1; again <= 2; again++) {
      s.command(new Command.Dispute("m1"));
      assertThat(s.check(new Command.Dispute("m1"), null)).isPresent();
      s.decline("dispute m1");
    }

    s.command(new Command.Dispute("m1")).confirm("dispute m1");
    assertThat(state(s, "m1")).isEqualTo(MilestoneState.DISPUTED);
  }

  @Test
  void aReleaseCanBeCommandedAgainAfterItExpired() {
    OpenContractStory s = delivered(OnSilence.LET_PAY);
    s.until(s.pending("release m1").orElseThrow().expiresAt());
    s.command(new Command.Release("m1"));
    s.until(s.pending("release m1").orElseThrow().expiresAt());
    assertThat(s.pending("release m1")).isEmpty();

    s.command(new Command.Release("m1")).confirm("release m1");

    assertThat(s.calls(OpenContractCall.Approve.class)).isEqualTo(1);
  }

  @Test
  void milestonesThatAreDueTogetherAreAskedForOnlyAsTheCapAllows() {
    OpenContractStory s = underACapOf("120");

    assertThat(s.pending("fund m1")).isPresent();
    assertThat(s.pending("fund m2")).isEmpty();
    assertThat(causes(s)).containsExactly(IncidentCause.BUDGET_EXCEEDED);
  }

  @Test
  void aCreationThatABondHasPushedAboveTheCapWaitsForTheBudget() {
    OpenContractStory s = underACapOf("152");
    s.confirm("fund m1").shows("matched").shows("under-review").decline("release m1");
    s.command(new Command.Pause()).confirm("fund m2").confirm("dispute m1");

    s.command(new Command.Resume());

    assertThat(s.calls(OpenContractCall.Create.class)).isEqualTo(1);
    assertThat(causes(s)).containsExactly(IncidentCause.BUDGET_EXCEEDED);
    HireTerms terms = HireTerms.of(s.hire().plan());
    s.command(
        new Command.Change(
            new HireTerms(terms.externalRef(), terms.labels(), usdc("155"), terms.policies()),
            List.of()));
    assertThat(s.calls(OpenContractCall.Create.class)).isEqualTo(2);
    assertThat(s.hire().openIncidents()).isEmpty();
  }

  @Test
  void aMilestoneThatIsPaidKeepsItsTerms() {
    OpenContractStory s = delivered(OnSilence.LET_PAY).confirm("release m1");
    s.shows("settled-fully-met", "met", "met");

    assertThat(
            s.check(
                    new Command.Change(
                        HireTerms.of(s.hire().plan()),
                        List.of(OpenContractStory.milestone("m1", "120", FundRule.atStart()))),
                    null)
                .orElseThrow()
                .words())
        .contains("Milestone m1 cannot be changed any more: it is paid.");
  }

  @Test
  void aCreationThatIsHeldUpIsReplacedByOneWithTheChangedTermsAndAYesOfItsOwn() {
    OpenContractStory s =
        story(OnSilence.LET_PAY)
            .refuses(OpenContractCall.Create.class, IncidentCause.PAYMENT_REFUSED)
            .confirm("fund m1");
    Approval old = s.hire().approvals().getFirst();
    assertThat(s.hire().openIncidents())
        .singleElement()
        .satisfies(
            incident ->
                assertThat(incident.detail())
                    .endsWith(
                        "Retry tries it again; a change of milestone m1, such as of its amount,"
                            + " gives this creation up for one with an approval of its own; skip"
                            + " goes on without the milestone; abort ends the hire."));

    s.changes(OpenContractStory.milestone("m1", "40", FundRule.atStart()));

    assertThat(lastCreation(s).settleOnly()).isTrue();
    assertThat(s.hire().openIncidents()).isEmpty();
    assertThat(s.hire().approval(old.id()).orElseThrow().status())
        .isEqualTo(ApprovalStatus.SUPERSEDED);
    s.answers().confirm("fund m1");
    assertThat(lastCreation(s).contract().price()).isEqualTo(usdc("40"));
    assertThat(s.hire().contracts()).hasSize(1);
  }

  @Test
  void aReplacedCreationThatWasPaidForAfterAllIsCancelledBeforeTheNewTermsAreAskedFor() {
    OpenContractStory s =
        story(OnSilence.LET_PAY)
            .refuses(OpenContractCall.Create.class, IncidentCause.TOKEN_REJECTED)
            .confirm("fund m1")
            .paidUnseen()
            .changes(OpenContractStory.milestone("m1", "40", FundRule.atStart()));

    assertThat(s.made()).filteredOn(OpenContractCall.Cancel.class::isInstance).hasSize(1);
    assertThat(s.pending("fund m1").orElseThrow().amount()).isEqualTo(usdc("40"));
    assertThat(s.hire().openIncidents()).isEmpty();
    s.answers().confirm("fund m1");
    assertThat(s.hire().contracts().filter(one -> !one.terminal()))
        .singleElement()
        .satisfies(one -> assertThat(one.price()).isEqualTo(usdc("40")));
  }

  @Test
  void aReplacedCreationThatAWorkerHasTakenMeanwhileGoesOnAndNothingIsCreatedBesideIt() {
    OpenContractStory s =
        story(OnSilence.LET_PAY)
            .refuses(OpenContractCall.Create.class, IncidentCause.TOKEN_REJECTED)
            .confirm("fund m1")
            .paidUnseen()
            .cancelsTooLate()
            .changes(OpenContractStory.milestone("m1", "40", FundRule.atStart()));

    s.shows("matched").after(Duration.ofHours(1));

    assertThat(s.pending("fund m1")).isEmpty();
    assertThat(s.hire().contracts()).hasSize(1);
    assertThat(state(s, "m1")).isEqualTo(MilestoneState.FUNDED);
  }

  @Test
  void aReplacedCreationCanBeChangedAgainAndBeGivenUp() {
    OpenContractStory s =
        story(OnSilence.LET_PAY)
            .refuses(OpenContractCall.Create.class, IncidentCause.PAYMENT_REFUSED)
            .confirm("fund m1")
            .looksUncertain()
            .changes(OpenContractStory.milestone("m1", "40", FundRule.atStart()))
            .changes(OpenContractStory.milestone("m1", "30", FundRule.atStart()));

    s.command(new Command.Drop("m1"));

    assertThat(s.hire().milestone("m1").creation())
        .isNotNull()
        .satisfies(
            begun -> {
              assertThat(begun.withdrawn()).isTrue();
              assertThat(begun.replaced()).isFalse();
            });
  }

  @Test
  void aCreationThatIsUnderWayKeepsItsTermsAndItsWorker() {
    OpenContractStory s = story(OnSilence.LET_PAY).creationsUncertain().confirm("fund m1");

    assertThat(
            s.check(
                    new Command.Change(
                        HireTerms.of(s.hire().plan()),
                        List.of(OpenContractStory.milestone("m1", "40", FundRule.atStart()))),
                    null)
                .orElseThrow()
                .words())
        .contains("Milestone m1 cannot be changed any more");
    assertThat(s.check(awardedTo(s, "0xW9"), null).orElseThrow().words())
        .contains("openContract.worker cannot be changed now: milestone m1 is being created");
  }

  @Test
  void anotherWorkerVoidsWhatIsAskedForTheOldOneAndIsAskedForAnew() {
    OpenContractStory s = story(OnSilence.LET_PAY);
    Approval old = s.pending("fund m1").orElseThrow();

    s.command(awardedTo(s, "0xW9"));

    assertThat(s.hire().approval(old.id()).orElseThrow().status())
        .isEqualTo(ApprovalStatus.SUPERSEDED);
    assertThat(s.pending("fund m1").orElseThrow().worker()).isEqualTo("0xW9");
    s.confirm("fund m1");
    assertThat(lastCreation(s).contract().worker()).isEqualTo("0xW9");
  }

  @Test
  void aCreationThatIsHeldUpIsReplacedByAnAwardToAnotherWorker() {
    OpenContractStory s =
        story(OnSilence.LET_PAY)
            .refuses(OpenContractCall.Create.class, IncidentCause.REQUEST_REJECTED)
            .confirm("fund m1");

    s.command(awardedTo(s, null));

    assertThat(lastCreation(s).settleOnly()).isTrue();
    assertThat(s.pending("fund m1").orElseThrow().worker()).isNull();
  }

  @Test
  void whatTheHireDoesNotKnowIsToldApartFromWhatItsStateForbids() {
    OpenContractStory s = story(OnSilence.LET_PAY);
    assertThat(
            s.check(new Command.DecideApproval("apr_x", true, "digest", null), null)
                .orElseThrow()
                .code())
        .isEqualTo(Rejection.UNKNOWN_SUBJECT);
    assertThat(s.check(new Command.Resolve("inc_x", Resolution.RETRY), null).orElseThrow().code())
        .isEqualTo(Rejection.UNKNOWN_SUBJECT);
    Approval asked = s.pending("fund m1").orElseThrow();
    s.decline("fund m1");
    assertThat(
            s.check(new Command.DecideApproval(asked.id(), true, asked.termsDigest(), null), "ada")
                .orElseThrow()
                .code())
        .isNull();
  }

  @Test
  void whoMayDecideIsNotChanged() {
    OpenContractStory s = story(OnSilence.LET_PAY);
    OpenContractTerms terms = s.hire().terms();

    assertThat(
            s.check(
                    withTerms(
                        s,
                        new OpenContractTerms(
                            terms.worker(),
                            terms.nextWorkers(),
                            terms.onSilence(),
                            terms.onWorkerLost(),
                            SelfApproval.ALLOW,
                            terms.approvalWindow(),
                            terms.reviewMargin())),
                    null)
                .orElseThrow()
                .words())
        .contains("policies.selfApproval cannot be changed");
  }

  private static OpenContractCall.Create lastCreation(OpenContractStory s) {
    return s.made().stream()
        .filter(OpenContractCall.Create.class::isInstance)
        .map(OpenContractCall.Create.class::cast)
        .reduce((older, newer) -> newer)
        .orElseThrow();
  }

  private static Command.Change awardedTo(OpenContractStory s, @Nullable String worker) {
    OpenContractTerms terms = s.hire().terms();
    return withTerms(
        s,
        new OpenContractTerms(
            worker,
            List.of(),
            terms.onSilence(),
            terms.onWorkerLost(),
            terms.selfApproval(),
            terms.approvalWindow(),
            terms.reviewMargin()));
  }

  private static Command.Change withTerms(OpenContractStory s, OpenContractTerms terms) {
    HireTerms now = HireTerms.of(s.hire().plan());
    return new Command.Change(
        new HireTerms(now.externalRef(), now.labels(), now.cap(), now.policies(), terms),
        List.of());
  }

  private static OpenContractStory underACapOf(String cap) {
    return new OpenContractStory(
        OpenContractStory.plan(OnSilence.LET_PAY, WorkerLost.HOLD, FundRule.atStart(), usdc(cap)));
  }

  private static OpenContractStory story(OnSilence onSilence) {
    return new OpenContractStory(OpenContractStory.plan(onSilence, WorkerLost.HOLD));
  }

  private static OpenContractStory delivered(OnSilence onSilence) {
    return story(onSilence).confirm("fund m1").shows("matched").shows("under-review");
  }

  private static MilestoneState state(OpenContractStory s, String key) {
    return s.hire().stateOf(s.hire().milestone(key));
  }

  private static List<IncidentCause> causes(OpenContractStory s) {
    return s.hire().openIncidents().stream().map(Incident::cause).toList();
  }

  private static Money usdc(String amount) {
    return new Money(new BigDecimal(amount), "USDC");
  }
}
