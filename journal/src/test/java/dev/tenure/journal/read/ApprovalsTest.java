package dev.tenure.journal.read;

import static dev.tenure.journal.Samples.NOW;
import static dev.tenure.journal.Samples.approval;
import static dev.tenure.journal.Samples.batch;
import static dev.tenure.journal.Samples.event;
import static dev.tenure.journal.Samples.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.journal.JournalExtension;
import dev.tenure.journal.Samples;
import dev.tenure.journal.read.ApprovalQuery.Place;
import dev.tenure.journal.record.HireRecords;
import dev.tenure.journal.store.Slice;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(JournalExtension.class)
class ApprovalsTest {

  @Test
  void pendingApprovalsComeSoonestDeadlineFirstInPages(HireRecords records, Approvals approvals) {
    HireView hire = Samples.entered(records);
    records.record(
        batch(
            hire,
            "r",
            null,
            header(hire, HireStatus.ACTIVE, 1),
            List.of(
                approval("late", ApprovalStatus.PENDING, 1, NOW.plusSeconds(90)),
                approval("soon", ApprovalStatus.PENDING, 1, NOW.plusSeconds(30)),
                approval("done", ApprovalStatus.CONFIRMED, 1, NOW.plusSeconds(10))),
            event(1)));
    Slice<ApprovalView> first = page(approvals, hire, null);
    assertThat(first.items()).extracting(v -> v.approval().id()).containsExactly("soon");
    assertThat(first.more()).isTrue();
    var last = first.items().getFirst().approval();
    Slice<ApprovalView> rest = page(approvals, hire, new Place(last.expiresAt(), last.id()));
    assertThat(rest.items()).extracting(v -> v.approval().id()).containsExactly("late");
    assertThat(rest.more()).isFalse();
  }

  @Test
  void anUnknownApprovalIsNotFound(Approvals approvals) {
    assertThat(approvals.find("apr_none")).isEmpty();
  }

  private static Slice<ApprovalView> page(
      Approvals approvals, HireView hire, @Nullable Place after) {
    return approvals.list(new ApprovalQuery(ApprovalStatus.PENDING, hire.id(), after, 1));
  }
}
