package dev.tenure.activities.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.activities.RealJournal;
import dev.tenure.activities.Stopping;
import dev.tenure.activities.feed.SignalBellringer;
import dev.tenure.activities.feed.UpdatesFollower;
import dev.tenure.activities.http.BaseUrl;
import dev.tenure.activities.http.JdkExchange;
import dev.tenure.activities.journal.JournalRecorder;
import dev.tenure.journal.HireView;
import dev.tenure.journal.LedgerView;
import dev.tenure.journal.Match;
import dev.tenure.journal.Reconciliation;
import dev.tenure.model.HireStatus;
import dev.tenure.model.Money;
import dev.tenure.sandbox.Sandbox;
import dev.tenure.workflows.Payloads;
import dev.tenure.workflows.TaskQueues;
import dev.tenure.workflows.WorkflowIds;
import dev.tenure.workflows.accounts.LedgerWorkflow;
import dev.tenure.workflows.accounts.LedgerWorkflowImpl;
import dev.tenure.workflows.feed.UpdatesFeedWorkflow;
import dev.tenure.workflows.feed.UpdatesFeedWorkflowImpl;
import dev.tenure.workflows.hire.HireInput;
import dev.tenure.workflows.hire.HireWorkflow;
import dev.tenure.workflows.hire.HireWorkflowImpl;
import dev.tenure.workflows.hire.SearchAttributes;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whole hires, process and feed and ledger, against the sandbox and a real journal. */
class HireMoneyTest {

  private static final String PEOPLE =
      """
      {"approvals":[{"type":"*","subject":null,"decision":"confirm","delayMs":50}],
       "trainer":{"requestPayout":true,"delayMs":50}}
      """;

  private final Sandbox sandbox = Sandbox.start(RealJournal.properties());
  private final Stopping stopping = new Stopping();
  private final String account = RealJournal.account();
  private final TestWorkflowEnvironment temporal =
      TestWorkflowEnvironment.newInstance(
          TestEnvironmentOptions.newBuilder()
              .setUseTimeskipping(false)
              .setWorkflowClientOptions(
                  WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build())
              .build());

  @AfterEach
  void close() {
    stopping.begin();
    temporal.close();
    sandbox.close();
  }

  @Test
  void everyCentOfAHirePaidFromCreditsIsMatched() throws Exception {
    String hire = carriedOut();
    LedgerView view = RealJournal.ledger().of(hire).orElseThrow();
    assertThat(view.reconciliation().status())
        .as(view.reconciliation().lines().toString())
        .isEqualTo(Reconciliation.Status.MATCHED);
    assertThat(view.reconciliation().lines())
        .extracting(line -> line.movement().wire() + " " + line.booked())
        .containsExactly("funding $504.95", "payout $450.00");
    HireView told = RealJournal.hires().find(hire).orElseThrow();
    assertThat(told.document().status()).isEqualTo(HireStatus.ENDED);
    assertThat(told.feesBooked()).isEqualTo(Money.usd("54.95"));
    assertThat(told.feesBooked()).isEqualTo(told.document().money().feesEstimated());
  }

  @Test
  void aHirePaidByCardIsNotVisibleAndNamesTheInvoiceOfItsPayout() throws Exception {
    control("/sandbox/accounts/acc_1", "{\"creditsCents\":0}");
    LedgerView view = RealJournal.ledger().of(carriedOut()).orElseThrow();
    assertThat(view.reconciliation().lines())
        .extracting(line -> line.match())
        .containsExactly(Match.NOT_VISIBLE, Match.NOT_VISIBLE);
    assertThat(view.reconciliation().lines())
        .allSatisfy(line -> assertThat(line.invoiceId()).isNotNull());
    assertThat(view.entries()).isEmpty();
    assertThat(view.hire().feesBooked()).isNull();
  }

  /** From its start to the end of its contract, with one look into the ledger after it. */
  private String carriedOut() throws Exception {
    control("/sandbox/people", PEOPLE);
    work();
    String id = RealJournal.hire(account, "prp_7");
    HireView row = RealJournal.hires().find(id).orElseThrow();
    HireWorkflow hire = stub(HireWorkflow.class, WorkflowIds.hire(id));
    WorkflowClient.start(
        hire::run, HireInput.start(id, 1, row.row().plan(), row.document().createdAt()));
    temporal.getWorkflowClient().newUntypedWorkflowStub(WorkflowIds.hire(id)).getResult(Void.class);
    LedgerWorkflow ledger =
        temporal
            .getWorkflowClient()
            .newWorkflowStub(LedgerWorkflow.class, WorkflowIds.ledger(account));
    assertThat(ledger.refresh().trouble()).isNull();
    return id;
  }

  private void work() {
    SearchAttributes.ALL.forEach(temporal::registerSearchAttribute);
    Worker hires = temporal.newWorker(TaskQueues.HIRES);
    hires.registerWorkflowImplementationTypes(
        HireWorkflowImpl.class, UpdatesFeedWorkflowImpl.class, LedgerWorkflowImpl.class);
    hires.registerActivitiesImplementations(new JournalRecorder(RealJournal.records()));
    BaseUrl base = BaseUrl.of(sandbox.url(), OpenTrain.PATH);
    var exchange = new JdkExchange(base, "ot_pat_sandbox_owner", JdkExchange.Limits.DEFAULT);
    OpenTrain api = new OpenTrain(base, exchange, InstantSource.system());
    OpenTrainAccount itself = new OpenTrainAccount(exchange, InstantSource.system());
    temporal
        .newWorker(TaskQueues.marketplace(account))
        .registerActivitiesImplementations(
            Accounts.activities(api),
            new OpenTrainAccountActivities(
                itself,
                new AccountReader(itself, InstantSource.system()),
                RealJournal.accounts(),
                RealJournal.ledger()),
            new UpdatesFollower(
                new OpenTrainUpdates(api),
                RealJournal.feed(),
                new SignalBellringer(temporal.getWorkflowClient()),
                stopping,
                Duration.ofMillis(100)));
    temporal.start();
    WorkflowClient.start(
        stub(UpdatesFeedWorkflow.class, WorkflowIds.updatesFeed(account))::follow, account);
    WorkflowClient.start(stub(LedgerWorkflow.class, WorkflowIds.ledger(account))::keep, account);
  }

  private <T> T stub(Class<T> type, String id) {
    return temporal
        .getWorkflowClient()
        .newWorkflowStub(
            type,
            WorkflowOptions.newBuilder().setTaskQueue(TaskQueues.HIRES).setWorkflowId(id).build());
  }

  private void control(String path, String body) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString(body))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
  }
}
