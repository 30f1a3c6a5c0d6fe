package dev.tenure.activities.opentrain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.activities.RealJournal;
import dev.tenure.activities.ShutdownSignal;
import dev.tenure.activities.feed.SignalHireNotifier;
import dev.tenure.activities.feed.UpdatesFollower;
import dev.tenure.activities.http.BaseUrl;
import dev.tenure.activities.journal.JournalRecorder;
import dev.tenure.activities.marketplace.Allowance;
import dev.tenure.activities.opentrain.client.Clients;
import dev.tenure.activities.opentrain.client.OpenTrainClient;
import dev.tenure.activities.sweep.ContractSweeper;
import dev.tenure.activities.sweep.WorkflowHireReopener;
import dev.tenure.journal.account.ContractSweeps;
import dev.tenure.journal.read.HireView;
import dev.tenure.sandbox.Sandbox;
import dev.tenure.workflows.Payloads;
import dev.tenure.workflows.TaskQueues;
import dev.tenure.workflows.WorkflowIds;
import dev.tenure.workflows.accounts.AccountSweepWorkflow;
import dev.tenure.workflows.accounts.AccountSweepWorkflowImpl;
import dev.tenure.workflows.accounts.LedgerWorkflow;
import dev.tenure.workflows.accounts.LedgerWorkflowImpl;
import dev.tenure.workflows.feed.UpdatesFeedWorkflow;
import dev.tenure.workflows.feed.UpdatesFeedWorkflowImpl;
import dev.tenure.workflows.hire.SearchAttributes;
import dev.tenure.workflows.opentrain.HireInput;
import dev.tenure.workflows.opentrain.HireWorkflow;
import dev.tenure.workflows.opentrain.HireWorkflowImpl;
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

/** Whole hires, process and feed and ledger and sweep, against the sandbox and a real journal. */
abstract class WithAWorker {

  final Sandbox sandbox = Sandbox.start(RealJournal.properties());
  final ShutdownSignal stopping = new ShutdownSignal();
  final String account = RealJournal.account();
  final TestWorkflowEnvironment temporal =
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

  /** Begins a hire and answers with its id. */
  String begin(String proposalId) {
    String id = RealJournal.hire(account, proposalId);
    HireView row = RealJournal.hires().find(id).orElseThrow();
    HireWorkflow hire = stub(HireWorkflow.class, WorkflowIds.hire(id));
    WorkflowClient.start(
        hire::run, HireInput.start(id, 1, row.row().plan(), row.document().createdAt()));
    return id;
  }

  void work() {
    SearchAttributes.ALL.forEach(temporal::registerSearchAttribute);
    Worker hires = temporal.newWorker(TaskQueues.HIRES);
    hires.registerWorkflowImplementationTypes(
        HireWorkflowImpl.class,
        UpdatesFeedWorkflowImpl.class,
        LedgerWorkflowImpl.class,
        AccountSweepWorkflowImpl.class);
    hires.registerActivitiesImplementations(new JournalRecorder(RealJournal.records()));
    BaseUrl base = BaseUrl.of(sandbox.url(), OpenTrainClient.PATH);
    OpenTrainClient api = Clients.of(base, "ot_pat_sandbox_owner");
    Allowance allowance = new Allowance(100);
    ShutdownSignal shutdown = new ShutdownSignal();
    temporal
        .newWorker(TaskQueues.marketplace(account))
        .registerActivitiesImplementations(
            Accounts.activities(api),
            new OpenTrainAccountActivities(
                api,
                new AccountReader(api, InstantSource.system()),
                RealJournal.accounts(),
                RealJournal.ledger(),
                allowance,
                shutdown),
            new UpdatesFollower(
                new OpenTrainUpdates(api, allowance.feed()),
                RealJournal.feed(),
                new SignalHireNotifier(temporal.getWorkflowClient()),
                stopping,
                Duration.ofMillis(100)),
            ContractSweeper.of(
                new OpenTrainContracts(api),
                RealJournal.bean(ContractSweeps.class),
                new SignalHireNotifier(temporal.getWorkflowClient()),
                new WorkflowHireReopener(temporal.getWorkflowClient()),
                stopping,
                Duration.ofMillis(500)));
    temporal.start();
    WorkflowClient.start(
        stub(UpdatesFeedWorkflow.class, WorkflowIds.updatesFeed(account))::follow, account);
    // Nothing but the sweep tells of a delivery.
    WorkflowClient.start(
        stub(AccountSweepWorkflow.class, AccountSweepWorkflow.id(account))::sweep, account);
    WorkflowClient.start(stub(LedgerWorkflow.class, WorkflowIds.ledger(account))::keep, account);
  }

  <T> T stub(Class<T> type, String id) {
    return temporal
        .getWorkflowClient()
        .newWorkflowStub(
            type,
            WorkflowOptions.newBuilder().setTaskQueue(TaskQueues.HIRES).setWorkflowId(id).build());
  }

  String control(String method, String path, String body) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(sandbox.url() + path))
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(body))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isBetween(200, 299);
    return answer.body();
  }
}
