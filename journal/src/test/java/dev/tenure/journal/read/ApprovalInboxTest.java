package dev.tenure.journal.read;

import static dev.tenure.journal.Samples.approval;
import static dev.tenure.journal.Samples.batch;
import static dev.tenure.journal.Samples.event;
import static dev.tenure.journal.Samples.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.journal.JournalExtension;
import dev.tenure.journal.Samples;
import dev.tenure.journal.read.ApprovalInbox.Group;
import dev.tenure.journal.read.ApprovalInbox.GroupKind;
import dev.tenure.journal.read.ApprovalInbox.Item;
import dev.tenure.journal.read.ApprovalInbox.Query;
import dev.tenure.journal.record.HireRecords;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(JournalExtension.class)
class ApprovalInboxTest {

  @Test
  void pendingApprovalsAreGroupedByTheTimeThatIsLeftAndPagedInThatOrder(
      HireRecords records, ApprovalInbox inbox) {
    HireView hire = entered(records, HireStatus.CANCELLING);
    Query query = new Query(GroupKind.DEADLINE, null, hire.id());
    assertThat(inbox.groups(query)).extracting(Group::key).containsExactly("0", "1", "4");
    assertThat(inbox.groups(query)).extracting(Group::count).containsExactly(1L, 2L, 1L);
    assertThat(inbox.groups(query)).extracting(Group::soon).containsExactly(1L, 2L, 0L);
    assertThat(inbox.groups(query)).extracting(Group::toDecline).containsExactly(1L, 2L, 1L);
    List<Item> first = inbox.list(query, 0, 3);
    assertThat(first)
        .extracting(one -> one.approval().approval().id())
        .containsExactly("passed", "soon", "soon2");
    assertThat(inbox.list(query, 3, 3))
        .extracting(one -> one.approval().approval().id())
        .containsExactly("late");
  }

  @Test
  void whatIsDecidedIsNoPartOfTheInboxAndATextThatFindsNothingGivesNoGroup(
      HireRecords records, ApprovalInbox inbox) {
    HireView hire = entered(records, HireStatus.ACTIVE);
    assertThat(inbox.list(new Query(GroupKind.KIND, null, hire.id()), 0, 10)).hasSize(4);
    String label = "proposal: " + hire.document().proposalId();
    assertThat(inbox.list(new Query(GroupKind.KIND, null, label), 0, 10)).hasSize(4);
    assertThat(inbox.groups(new Query(GroupKind.KIND, null, "no such words"))).isEmpty();
  }

  @Test
  void aLabelIsNamedWhereApprovalsAreGroupedByOneAndNowhereElse() {
    assertThatThrownBy(() -> new Query(GroupKind.LABEL, null, null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Query(GroupKind.JOB, "team", null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static HireView entered(HireRecords records, HireStatus status) {
    HireView hire = Samples.entered(records);
    Instant now = Instant.now();
    records.record(
        batch(
            hire,
            "r",
            null,
            header(hire, status, 1),
            List.of(
                approval("late", ApprovalStatus.PENDING, 1, now.plus(Duration.ofDays(9))),
                approval("soon2", ApprovalStatus.PENDING, 1, now.plus(Duration.ofHours(2))),
                approval("soon", ApprovalStatus.PENDING, 1, now.plus(Duration.ofHours(1))),
                approval("passed", ApprovalStatus.PENDING, 1, now.minus(Duration.ofHours(1))),
                approval("done", ApprovalStatus.CONFIRMED, 1, now.plus(Duration.ofHours(1)))),
            event(1)));
    return hire;
  }
}
