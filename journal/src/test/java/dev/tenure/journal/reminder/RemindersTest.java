package dev.tenure.journal.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.journal.JournalExtension;
import dev.tenure.journal.Samples;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.record.HireRecords;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(JournalExtension.class)
class RemindersTest {

  private static final int ALL = 1000;

  private final String approval = Samples.unique("apr");

  @Test
  void aPendingApprovalIsToBeginUntilItIsMarked(HireRecords records, Reminders reminders) {
    HireView hire = Samples.entered(records);
    record(records, hire, ApprovalStatus.PENDING, 1, Duration.ofDays(3));
    assertThat(begin(reminders)).contains(approval);
    reminders.begun(subject(reminders, hire));
    assertThat(begin(reminders)).doesNotContain(approval);
    assertThat(callOff(reminders)).doesNotContain(approval);
  }

  @Test
  void aDecidedApprovalIsToCallOffOnlyWhereRemindersWereBegun(
      HireRecords records, Reminders reminders) {
    HireView hire = Samples.entered(records);
    record(records, hire, ApprovalStatus.PENDING, 1, Duration.ofDays(3));
    record(records, hire, ApprovalStatus.CONFIRMED, 2, Duration.ofDays(3));
    assertThat(begin(reminders)).doesNotContain(approval);
    assertThat(callOff(reminders)).doesNotContain(approval);
    reminders.begun(subject(reminders, hire));
    assertThat(callOff(reminders)).contains(approval);
    reminders.calledOff(subject(reminders, hire));
    assertThat(callOff(reminders)).doesNotContain(approval);
  }

  @Test
  void anApprovalThatCameBackIntoSightIsBegunAgainInARoundOfItsOwn(
      HireRecords records, Reminders reminders) {
    HireView hire = Samples.entered(records);
    record(records, hire, ApprovalStatus.PENDING, 1, Duration.ofDays(3));
    reminders.begun(subject(reminders, hire));
    record(records, hire, ApprovalStatus.LOST_SIGHT, 2, Duration.ofDays(3));
    reminders.calledOff(subject(reminders, hire));
    record(records, hire, ApprovalStatus.PENDING, 3, Duration.ofDays(3));
    assertThat(begin(reminders)).contains(approval);
    assertThat(subject(reminders, hire).round()).isEqualTo(2);
    reminders.begun(subject(reminders, hire));
    assertThat(begin(reminders)).doesNotContain(approval);
    assertThat(subject(reminders, hire).round()).isEqualTo(2);
    record(records, hire, ApprovalStatus.CONFIRMED, 4, Duration.ofDays(3));
    assertThat(callOff(reminders)).contains(approval);
    assertThat(subject(reminders, hire).round()).isEqualTo(2);
  }

  @Test
  void anApprovalWhoseTimeIsUpIsNotBegun(HireRecords records, Reminders reminders) {
    HireView hire = Samples.entered(records);
    record(records, hire, ApprovalStatus.PENDING, 1, Duration.ofMillis(-1));
    assertThat(begin(reminders)).doesNotContain(approval);
  }

  @Test
  void whatAReminderSaysIsReadAsItStands(HireRecords records, Reminders reminders) {
    HireView hire = Samples.entered(records);
    record(records, hire, ApprovalStatus.PENDING, 1, Duration.ofDays(3));
    ReminderSubject subject = reminders.find(hire.id(), approval).orElseThrow();
    assertThat(subject.milestone()).isEqualTo("m1 (Batch 1)");
    assertThat(subject.account()).isEqualTo("default");
    assertThat(subject.approval().pending()).isTrue();
    assertThat(reminders.find(hire.id(), "apr_unknown")).isEmpty();
  }

  private ReminderSubject subject(Reminders reminders, HireView hire) {
    return reminders.find(hire.id(), approval).orElseThrow();
  }

  private static List<String> begin(Reminders reminders) {
    return ids(reminders.toBegin(ALL));
  }

  private static List<String> callOff(Reminders reminders) {
    return ids(reminders.toCallOff(ALL));
  }

  private static List<String> ids(List<ReminderSubject> subjects) {
    return subjects.stream().map(subject -> subject.approval().id()).toList();
  }

  private void record(
      HireRecords records, HireView hire, ApprovalStatus status, long version, Duration left) {
    ApprovalDocument document =
        Samples.approval(approval, status, version, Instant.now().plus(left));
    records.record(
        Samples.batch(
            hire,
            "run-1",
            null,
            Samples.header(hire, HireStatus.AWAITING_APPROVAL, version),
            List.of(document)));
  }
}
