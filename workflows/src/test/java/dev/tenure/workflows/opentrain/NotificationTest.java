package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.message.HireEvent;
import dev.tenure.model.message.MarketplaceNotification;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Notifications only say "look"; what counts is what is read. */
class NotificationTest {
  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aSilentConfirmationIsFoundAtTheNextTick() {
    stage.market.script.on(
        ApprovalKind.PROPOSAL_HIRE, Decision.confirmSilently(Duration.ofHours(1)));
    stage.market.script.nobodyDelivers();
    stage.start(Plans.single());
    stage.until("m1", MilestoneState.FUNDED);

    assertThat(waited("apr_1")).isBetween(Duration.ofHours(12), Duration.ofHours(13));
    assertThat(stage.market.count("request-hire")).isEqualTo(1);
  }

  @Test
  void anEventOfTheContractTellsOfItsConfirmationToo() {
    stage.market.script.on(
        ApprovalKind.PROPOSAL_HIRE, Decision.confirmSilently(Duration.ofHours(1)));
    stage.run(Plans.single());

    assertThat(waited("apr_1")).isBetween(Duration.ofHours(1), Duration.ofMinutes(61));
  }

  @Test
  void aNotificationThatComesBeforeTheAnswerToTheAskIsKept() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.confirmAfter(Duration.ZERO));
    stage.run(Plans.single());

    assertThat(waited("apr_1")).isLessThan(Duration.ofMinutes(1));
    assertThat(stage.journal.hire().status()).isEqualTo(HireStatus.ENDED);
  }

  @Test
  void aParkedNotificationIsHandedOutByTheRecordCall() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.confirmSilently(Duration.ZERO));
    stage.journal.park(
        new MarketplaceNotification("e", "approval.confirmed", "apr_1", null, null, null));
    stage.run(Plans.single());

    assertThat(waited("apr_1")).isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void aForgedNotificationChangesNothing() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.ignore());
    stage.start(Plans.single());
    stage.until(() -> stage.journal.approvals.containsKey("apr_1"));

    stage.market.ringApproval("apr_1");
    stage.until(() -> stage.market.count("read-approval") == 1);
    stage.pass(Duration.ofHours(1));

    assertThat(stage.journal.approval("apr_1").pending()).isTrue();
    assertThat(stage.journal.eventTypes()).containsExactly("hire.requested", "approval.requested");
    assertThat(stage.market.count("request-")).isEqualTo(1);
  }

  @Test
  void betweenAnAskAndItsDeadlineThereAreThreeTicks() {
    stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.ignore());
    stage.start(Plans.single());
    stage.pass(Duration.ofHours(71));

    assertThat(stage.market.count("read-approval")).isEqualTo(3);
  }

  @Test
  void anApprovalOutOfSightWhoseGoalIsReachedIsAdopted() {
    stage.market.script.on(
        ApprovalKind.MILESTONE_FUND, Decision.confirmSilently(Duration.ofMinutes(1)));
    stage.start(Plans.canonical());
    stage.until(() -> stage.market.count("request-funding") == 1);
    String approval = pending();
    stage.market.script.nobodyDelivers();
    stage.pass(Duration.ofMinutes(10));
    stage.market.world.hide(approval);
    stage.market.world.deliver("mst_2");
    stage.market.script.peopleDeliver();

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.journal.approval(approval).status()).isEqualTo(ApprovalStatus.LOST_SIGHT);
    assertThat(stage.market.count("request-funding mst_2")).isEqualTo(1);
    assertThat(stage.journal.incidents).isEmpty();
  }

  @Test
  void anApprovalOutOfSightWhoseGoalIsNotReachedNeedsAPerson() {
    stage.market.script.on(ApprovalKind.MILESTONE_FUND, Decision.ignore());
    stage.start(Plans.canonical());
    stage.until(() -> stage.market.count("request-funding") == 1);
    stage.market.world.hide(pending());

    var incident = stage.awaitIncident(IncidentCause.APPROVAL_LOST);
    stage.pass(Duration.ofDays(4));
    assertThat(stage.market.count("request-funding")).isEqualTo(1);

    stage.resolve(incident, Resolution.RETRY);
    stage.until(() -> stage.market.count("request-funding") == 2);
  }

  @Test
  void aHireOutOfSightIsFoundByItsProposal() {
    stage.market.script.on(
        ApprovalKind.PROPOSAL_HIRE, Decision.confirmSilently(Duration.ofMinutes(1)));
    stage.market.script.nobodyDelivers();
    stage.start(Plans.single());
    stage.pass(Duration.ofMinutes(10));
    stage.market.world.hide("apr_1");
    stage.market.world.deliver("mst_1");

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertThat(stage.market.count("find-contract")).isEqualTo(1);
    assertThat(stage.market.count("request-hire")).isEqualTo(1);
  }

  private String pending() {
    stage.until(() -> stage.journal.approvals.values().stream().anyMatch(a -> a.pending()));
    return stage.journal.approvals.values().stream()
        .filter(a -> a.pending())
        .findFirst()
        .orElseThrow()
        .id();
  }

  private Duration waited(String approvalId) {
    return Duration.between(
        event("approval.requested", approvalId).at(), event("approval.confirmed", approvalId).at());
  }

  private HireEvent event(String type, String approvalId) {
    return stage.journal.events().stream()
        .filter(event -> event.type().equals(type) && approvalId.equals(event.approvalId()))
        .findFirst()
        .orElseThrow();
  }
}
