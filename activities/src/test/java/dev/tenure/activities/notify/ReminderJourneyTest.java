package dev.tenure.activities.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.activities.Eventually;
import dev.tenure.activities.RealJournal;
import dev.tenure.journal.Reminders;
import dev.tenure.model.ApprovalDocument;
import dev.tenure.model.ApprovalKind;
import dev.tenure.model.ApprovalStatus;
import dev.tenure.model.HireDocument;
import dev.tenure.model.HireStatus;
import dev.tenure.model.Money;
import dev.tenure.model.MoneyTotals;
import dev.tenure.model.RecordBatch;
import dev.tenure.workflows.Payloads;
import dev.tenure.workflows.TaskQueues;
import dev.tenure.workflows.WorkflowIds;
import dev.tenure.workflows.reminders.ApprovalReminderWorkflowImpl;
import dev.tenure.workflows.reminders.Reminder;
import dev.tenure.workflows.reminders.ReminderOutcome;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From what a hire recorded to what a receiver got: real journal, real HTTP, real time. */
class ReminderJourneyTest {

  private static final ReminderPolicy AT_ONCE_AND_HALFWAY =
      new ReminderPolicy(
          List.of(step("0", false), step("1/2", true)),
          List.of("webhook"),
          List.of("webhook-escalation"));

  private final TestWorkflowEnvironment temporal =
      TestWorkflowEnvironment.newInstance(
          TestEnvironmentOptions.newBuilder()
              .setUseTimeskipping(false)
              .setWorkflowClientOptions(
                  WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build())
              .build());
  private final Receiver team;
  private final Receiver lead;
  private final Reminders journal = RealJournal.bean(Reminders.class);
  private final String account = RealJournal.account();
  private final String approval = "apr_" + account;
  private final String hire = RealJournal.hire(account, "prp_1");
  private long version;

  ReminderJourneyTest() throws IOException {
    team = new Receiver();
    lead = new Receiver();
  }

  @BeforeEach
  void start() {
    var worker = temporal.newWorker(TaskQueues.REMINDERS);
    worker.registerWorkflowImplementationTypes(ApprovalReminderWorkflowImpl.class);
    worker.registerActivitiesImplementations(
        sender(channel("webhook", team), channel("webhook-escalation", lead)));
    temporal.start();
  }

  @AfterEach
  void close() {
    temporal.close();
    team.close();
    lead.close();
  }

  @Test
  void aPendingApprovalIsAnnouncedAndEscalatedInItsOwnWindow() throws Exception {
    record(ApprovalStatus.PENDING, Duration.ofSeconds(4));
    rounds().next();
    stub().getResult(Void.class);
    assertThat(arrived(team)).containsExactly(approval + ".1.webhook", approval + ".2.webhook");
    assertThat(arrived(lead)).containsExactly(approval + ".2.webhook-escalation");
    assertThat(
            team.taken().stream()
                .filter(taken -> taken.id().equals(approval + ".1.webhook"))
                .map(taken -> text(taken, "/data/milestone")))
        .containsExactly("m1 (Batch)");
  }

  @Test
  void aDecisionCallsTheRestOff() throws Exception {
    record(ApprovalStatus.PENDING, Duration.ofDays(3));
    rounds().next();
    Eventually.holds(() -> assertThat(arrived(team)).hasSize(1));
    record(ApprovalStatus.CONFIRMED, Duration.ofDays(3));
    rounds().next();
    stub().getResult(Void.class);
    assertThat(arrived(team)).hasSize(1);
  }

  @Test
  void anApprovalThatCameBackIntoSightIsRemindedOfAgain() throws Exception {
    record(ApprovalStatus.PENDING, Duration.ofDays(3));
    rounds().next();
    Eventually.holds(() -> assertThat(arrived(team)).hasSize(1));
    record(ApprovalStatus.LOST_SIGHT, Duration.ofDays(3));
    rounds().next();
    stub().getResult(Void.class);
    record(ApprovalStatus.PENDING, Duration.ofDays(3));
    rounds().next();
    Eventually.holds(
        () ->
            assertThat(arrived(team))
                .containsExactly(approval + ".1.webhook", approval + ".1.webhook"));
  }

  @Test
  void repeatedRoundsBeginAndCallOffOnce() throws Exception {
    record(ApprovalStatus.PENDING, Duration.ofDays(3));
    rounds().next();
    journalForgets();
    rounds().next();
    rounds().next();
    Eventually.holds(() -> assertThat(arrived(team)).hasSize(1));
    record(ApprovalStatus.DECLINED, Duration.ofDays(3));
    rounds().next();
    rounds().next();
    stub().getResult(Void.class);
    assertThat(journal.toBegin(100)).noneMatch(subject -> subject.hireId().equals(hire));
    assertThat(journal.toCallOff(100)).noneMatch(subject -> subject.hireId().equals(hire));
  }

  @Test
  void withoutAChannelNobodyIsRemindedUntilThereIsOne() throws Exception {
    record(ApprovalStatus.PENDING, Duration.ofDays(3));
    new ReminderRounds(
            journal,
            temporal.getWorkflowClient(),
            new ReminderPolicy(AT_ONCE_AND_HALFWAY.steps(), List.of(), List.of()))
        .next();
    assertThatThrownBy(() -> stub().describe()).isInstanceOf(WorkflowNotFoundException.class);
    rounds().next();
    Eventually.holds(() -> assertThat(arrived(team)).hasSize(1));
  }

  @Test
  void theLastReminderArrivesOnceAReceiverThatWasDownIsBack() throws Exception {
    team.answering(503, "");
    record(ApprovalStatus.PENDING, Duration.ofSeconds(8));
    rounds().next();
    Eventually.holds(() -> assertThat(arrived(team)).contains(approval + ".2.webhook"));
    team.answering(200, "");
    int refused = arrived(team).size();
    stub().getResult(Void.class);
    assertThat(arrived(team).subList(refused, arrived(team).size()))
        .contains(approval + ".2.webhook");
  }

  @Test
  void nothingIsSentOfAnApprovalThatIsDecidedOrWhoseTurnIsOver() throws Exception {
    ReminderSender sender = sender(channel("webhook", team));
    record(ApprovalStatus.PENDING, Duration.ofDays(3));
    assertThat(sender.send(reminder("webhook", Instant.now().minusSeconds(1))))
        .isEqualTo(ReminderOutcome.OVERTAKEN);
    record(ApprovalStatus.EXPIRED, Duration.ofDays(3));
    assertThat(sender.send(reminder("webhook", Instant.now().plusSeconds(60))))
        .isEqualTo(ReminderOutcome.DECIDED);
    assertThat(arrived(team)).isEmpty();
  }

  @Test
  void aChannelThatThisWorkerLacksIsLeftToAnother() throws Exception {
    record(ApprovalStatus.PENDING, Duration.ofDays(3));
    assertThatThrownBy(() -> sender().send(reminder("slack", Instant.now().plusSeconds(60))))
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            failure -> {
              assertThat(failure.getType()).isEqualTo(ReminderSender.NO_CHANNEL);
              assertThat(failure.isNonRetryable()).isFalse();
            });
  }

  private static String text(Receiver.Taken taken, String pointer) {
    try {
      return taken.json().at(pointer).asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What came of this test's own approval: the journal is shared. */
  private List<String> arrived(Receiver receiver) {
    return receiver.taken().stream()
        .map(Receiver.Taken::id)
        .filter(id -> id.startsWith(approval))
        .toList();
  }

  private static ReminderPolicy.Step step(String when, boolean escalated) {
    return new ReminderPolicy.Step(Fraction.of(when), escalated);
  }

  private static WebhookChannel channel(String name, Receiver receiver) {
    return new WebhookChannel(
        name,
        receiver.address(),
        WebhookSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
        InstantSource.system());
  }

  private ReminderSender sender(Channel... channels) {
    return new ReminderSender(journal, List.of(channels), InstantSource.system());
  }

  private Reminder reminder(String channel, Instant goodUntil) {
    return new Reminder(hire, approval, channel, 1, 2, goodUntil);
  }

  private ReminderRounds rounds() {
    return new ReminderRounds(journal, temporal.getWorkflowClient(), AT_ONCE_AND_HALFWAY);
  }

  private WorkflowStub stub() {
    return temporal
        .getWorkflowClient()
        .newUntypedWorkflowStub(WorkflowIds.approvalReminder(account, approval));
  }

  /** As a crash between the start and its mark would leave it. */
  private void journalForgets() throws Exception {
    RealJournal.execute(
        "update approvals set reminders_begun_at = null where hire_id = '" + hire + "'");
  }

  private void record(ApprovalStatus status, Duration window) {
    Instant now = Instant.now();
    version++;
    Money amount = Money.usd("450");
    HireDocument header =
        new HireDocument(
            hire,
            account,
            "prp_1",
            1,
            HireStatus.AWAITING_APPROVAL,
            null,
            null,
            List.of(),
            new MoneyTotals(null, amount, amount, amount, amount),
            List.of(),
            version,
            now,
            now,
            null);
    ApprovalDocument document =
        new ApprovalDocument(
            approval,
            ApprovalKind.PROPOSAL_HIRE,
            status,
            "m1",
            amount,
            amount,
            "https://market.example/a",
            1,
            now,
            now.plus(window),
            null,
            Map.of(),
            version);
    RealJournal.records()
        .record(
            new RecordBatch(
                hire, "run", null, header, List.of(), List.of(document), List.of(), List.of()));
  }
}
