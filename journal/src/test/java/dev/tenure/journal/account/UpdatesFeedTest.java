package dev.tenure.journal.account;

import static dev.tenure.journal.Samples.approval;
import static dev.tenure.journal.Samples.batch;
import static dev.tenure.journal.Samples.event;
import static dev.tenure.journal.Samples.header;
import static dev.tenure.journal.Samples.notificationOf;
import static dev.tenure.journal.Samples.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.journal.JournalExtension;
import dev.tenure.journal.Samples;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.read.Hires;
import dev.tenure.journal.record.HireRecords;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.message.MarketplaceNotification;
import dev.tenure.model.message.MarketplaceNotifications;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.MilestonePlan;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(JournalExtension.class)
class UpdatesFeedTest {

  @Test
  void theCursorIsKeptAndAFailureIsForgottenWithTheNextPage(UpdatesFeed feed) {
    String account = unique("acc");
    assertThat(feed.cursor(account)).isEmpty();
    feed.failed(account, "no connection");
    assertThat(feed.lastError(account)).contains("no connection");
    feed.advance(account, "c1", List.of());
    assertThat(feed.cursor(account)).contains("c1");
    assertThat(feed.lastError(account)).isEmpty();
  }

  @Test
  void notificationsFindTheOpenHireByApprovalAndByProposal(HireRecords records, UpdatesFeed feed) {
    HireView hire = Samples.entered(records);
    String approvalId = unique("apr");
    records.record(recorded(hire, approvalId));
    MarketplaceNotification byApproval = notificationOf(approvalId, null);
    MarketplaceNotification byProposal =
        notificationOf(unique("apr"), hire.document().proposalId());
    MarketplaceNotification unknown = notificationOf(unique("apr"), null);
    assertThat(feed.route("default", List.of(byApproval, unknown, byProposal)))
        .containsOnlyKeys(hire.id())
        .containsValue(new MarketplaceNotifications(List.of(byApproval, byProposal)));
    assertThat(feed.route("another", List.of(byApproval))).isEmpty();
  }

  @Test
  void aClosedHireIsNotNotified(HireRecords records, UpdatesFeed feed) {
    HireView hire = Samples.entered(records);
    records.record(
        batch(hire, "r", null, header(hire, HireStatus.DECLINED, 1), List.of(), event(1)));
    assertThat(feed.route("default", List.of(notificationOf(null, hire.document().proposalId()))))
        .isEmpty();
  }

  @Test
  void theEchoOfACreationThatTheHireHasRecordedIsNoNewsToIt(HireRecords records, UpdatesFeed feed) {
    HireView hire = Samples.entered(records);
    String milestoneId = unique("mst");
    MilestonePlan plan =
        new MilestonePlan("m3", "Batch 3", null, Money.usd("100"), null, FundRule.atStart());
    records.record(
        new RecordBatch(
            hire.id(),
            "run-1",
            null,
            header(hire, HireStatus.ACTIVE, 1),
            List.of(MilestoneDocument.foreign(plan, 3, milestoneId, 1)),
            List.of(),
            List.of(),
            List.of(event(1))));
    MarketplaceNotification created = milestoneNotification(milestoneId, "NOT_FUNDED");
    MarketplaceNotification funded = milestoneNotification(milestoneId, "ACTIVE_FUNDED");

    assertThat(feed.route("default", List.of(created))).isEmpty();
    assertThat(feed.advance("default", "c1", List.of(created))).isEmpty();
    assertThat(feed.route("default", List.of(created, funded)))
        .containsEntry(hire.id(), new MarketplaceNotifications(List.of(funded)));
  }

  private static MarketplaceNotification milestoneNotification(String milestoneId, String status) {
    return new MarketplaceNotification(
        unique("evt"), "milestone.status_changed", null, milestoneId, null, null, status);
  }

  @Test
  void aParkedNotificationIsAnsweredWithTheRecordOfItsIdAndWithItsRepetitionOnly(
      HireRecords records, UpdatesFeed feed) {
    HireView hire = Samples.entered(records);
    String approvalId = unique("apr");
    MarketplaceNotification notification = notificationOf(approvalId, null);
    assertThat(feed.advance("default", "c1", List.of(notification))).isEmpty();
    RecordBatch batch = recorded(hire, approvalId);
    assertThat(records.record(batch).notifications()).containsExactly(notification);
    assertThat(records.record(batch).notifications()).containsExactly(notification);
    RecordBatch next =
        batch(
            hire,
            "run-1",
            null,
            header(hire, HireStatus.ACTIVE, 2),
            List.of(approval(approvalId, ApprovalStatus.CONFIRMED, 2)),
            event(2));
    assertThat(records.record(next).notifications()).isEmpty();
  }

  @Test
  void aNotificationWhoseSubjectBecameKnownMeanwhileIsHandedBackAndNotParked(
      HireRecords records, UpdatesFeed feed) {
    HireView hire = Samples.entered(records);
    String approvalId = unique("apr");
    MarketplaceNotification notification = notificationOf(approvalId, null);
    assertThat(feed.route("default", List.of(notification))).isEmpty();
    records.record(recorded(hire, approvalId));
    assertThat(feed.advance("default", "c2", List.of(notification)))
        .containsEntry(hire.id(), new MarketplaceNotifications(List.of(notification)));
    assertThat(records.record(batch(hire, "run-1", 2, event(2))).notifications()).isEmpty();
  }

  @Test
  void approvalsThatEventsNamedAndNoHireKnowsAreToldAsOftenAsTheyAreAskedFor(
      Hires hires, HireRecords records, UpdatesFeed feed) {
    String account = unique("acc");
    Instant before = Instant.now();
    List<MarketplaceNotification> page =
        List.of(
            named("9", "apr_b"),
            named("10", "apr_a"),
            named("11", "apr_b"),
            notificationOf(null, "prp"));
    feed.advance(account, "c1", page);
    feed.advance(account, "c2", List.of(named("12", "apr_c")));

    List<String> all = List.of("apr_b", "apr_a", "apr_c");
    assertThat(feed.unknownApprovals(account, before, 200)).isEqualTo(all);
    assertThat(feed.unknownApprovals(account, before, 200)).isEqualTo(all);
    assertThat(feed.unknownApprovals(account, before, 2)).containsExactly("apr_a", "apr_c");
    assertThat(feed.unknownApprovals(account, before.plusSeconds(3_600), 200)).isEmpty();
    assertThat(feed.unknownApprovals(unique("acc"), before, 200)).isEmpty();
  }

  @Test
  void anApprovalThatAHireKnowsIsNoUnknownOne(HireRecords records, UpdatesFeed feed) {
    HireView hire = Samples.entered(records);
    String approvalId = unique("apr");
    Instant before = Instant.now();
    feed.advance("default", "c1", List.of(notificationOf(approvalId, null)));
    assertThat(feed.unknownApprovals("default", before, 200)).contains(approvalId);
    records.record(recorded(hire, approvalId));
    assertThat(feed.unknownApprovals("default", before, 200)).doesNotContain(approvalId);
  }

  private static MarketplaceNotification named(String eventId, String approvalId) {
    return new MarketplaceNotification(eventId, "approval.confirmed", approvalId, null, null, null);
  }

  private static RecordBatch recorded(HireView hire, String approvalId) {
    return batch(
        hire,
        "run-1",
        null,
        header(hire, HireStatus.AWAITING_APPROVAL, 1),
        List.of(approval(approvalId, ApprovalStatus.PENDING, 1)),
        event(1));
  }
}
