package dev.tenure.activities.notify;

import dev.tenure.activities.RealJournal;
import dev.tenure.activities.http.HttpExchange;
import dev.tenure.activities.http.HttpSettings;
import dev.tenure.journal.reminder.Reminders;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.money.Money;
import dev.tenure.model.money.MoneyTotals;
import dev.tenure.workflows.Payloads;
import dev.tenure.workflows.TaskQueues;
import dev.tenure.workflows.WorkflowIds;
import dev.tenure.workflows.reminders.ApprovalReminderWorkflowImpl;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * A hire with one approval in the real journal, two real receivers, and a Temporal whose time
 * stands still but for what happens, and leaps while a test waits for the end of the reminders.
 */
final class ReminderWorld implements AutoCloseable {

  private static final ReminderPolicy AT_ONCE_AND_HALFWAY =
      new ReminderPolicy(
          List.of(step("0", false), step("1/2", true)),
          List.of("webhook"),
          List.of("webhook-escalation"));

  final Receiver team;
  final Receiver lead;
  final Reminders journal = RealJournal.bean(Reminders.class);
  final String account = RealJournal.account();
  final String approval = "apr_" + account;
  final String hire = RealJournal.hire(account, "prp_1");
  private final TestWorkflowEnvironment temporal =
      TestWorkflowEnvironment.newInstance(
          TestEnvironmentOptions.newBuilder()
              .setWorkflowClientOptions(
                  WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build())
              .build());
  private long version;

  ReminderWorld() throws IOException {
    team = new Receiver();
    lead = new Receiver();
    Worker worker = temporal.newWorker(TaskQueues.REMINDERS);
    worker.registerWorkflowImplementationTypes(ApprovalReminderWorkflowImpl.class);
    worker.registerActivitiesImplementations(
        sender(channel("webhook", team), channel("webhook-escalation", lead)));
    temporal.start();
  }

  InstantSource clock() {
    return () -> Instant.ofEpochMilli(temporal.currentTimeMillis());
  }

  WorkflowClient client() {
    return temporal.getWorkflowClient();
  }

  /** The workflow that reminds of the approval. */
  WorkflowStub reminding() {
    return client().newUntypedWorkflowStub(WorkflowIds.approvalReminder(account, approval));
  }

  ReminderRounds rounds() {
    return new ReminderRounds(journal, client(), AT_ONCE_AND_HALFWAY);
  }

  ReminderRounds roundsWithoutAChannel() {
    return new ReminderRounds(
        journal, client(), new ReminderPolicy(AT_ONCE_AND_HALFWAY.steps(), List.of(), List.of()));
  }

  ReminderSender sender(Channel... channels) {
    return new ReminderSender(
        journal, List.of(channels), URI.create("https://tenure.example"), clock());
  }

  /** What came of this world's own approval: the journal is shared. */
  List<String> arrived(Receiver receiver) {
    return receiver.taken().stream()
        .map(Receiver.Taken::id)
        .filter(id -> id.startsWith(approval))
        .toList();
  }

  static WebhookChannel channel(String name, Receiver receiver) {
    return new WebhookChannel(
        name,
        new HttpExchange(HttpSettings.DIRECT),
        receiver.address(),
        WebhookSecret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
        InstantSource.system());
  }

  private static ReminderPolicy.Step step(String when, boolean escalated) {
    return new ReminderPolicy.Step(Fraction.of(when), escalated);
  }

  /** As a crash between the start and its mark would leave it. */
  void journalForgets() throws Exception {
    RealJournal.execute(
        "update approvals set reminders_begun_at = null where hire_id = '" + hire + "'");
  }

  void record(ApprovalStatus status, Duration window) {
    record(status, window, "https://market.example/a");
  }

  void record(ApprovalStatus status, Duration window, String url) {
    version++;
    RealJournal.records()
        .record(
            new RecordBatch(
                hire,
                "run",
                null,
                header(),
                List.of(),
                List.of(document(status, window, url)),
                List.of(),
                List.of()));
  }

  private HireDocument header() {
    Money amount = Money.usd("450");
    Instant now = clock().instant();
    return new HireDocument(
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
  }

  private ApprovalDocument document(ApprovalStatus status, Duration window, String url) {
    Money amount = Money.usd("450");
    Instant now = clock().instant();
    return new ApprovalDocument(
        approval,
        ApprovalKind.PROPOSAL_HIRE,
        status,
        "m1",
        amount,
        amount,
        url,
        1,
        now,
        now.plus(window),
        null,
        Map.of(),
        version);
  }

  @Override
  public void close() {
    temporal.close();
    team.close();
    lead.close();
  }
}
