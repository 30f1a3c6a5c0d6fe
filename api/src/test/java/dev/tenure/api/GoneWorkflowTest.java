package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.api.Http.Answer;
import dev.tenure.database.Database;
import dev.tenure.workflows.WorkflowIds;
import dev.tenure.workflows.connection.DevServer;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.worker.WorkerFactory;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Hires whose workflow somebody terminates, on a real server: the one of tests knows no Reset. */
@EnabledIfEnvironmentVariable(
    named = DevServer.CLI,
    matches = ".+",
    disabledReason = "the Temporal service within this process knows no Reset")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class GoneWorkflowTest {

  private static final String RETRY = "{\"action\":\"retry\"}";

  private Database database;
  private DevServer temporal;
  private WorkflowServiceStubs stubs;
  private WorkflowClient client;
  private Front front;

  @BeforeAll
  void begin() throws Exception {
    database = Database.start();
    temporal = DevServer.start();
    stubs = Stack.stubs(temporal.port());
    client = WorkflowClient.newInstance(stubs);
    front = Front.start(database, temporal.port(), Map.of("tenure.run-watch.every", "500ms"));
  }

  @AfterAll
  void end() {
    front.close();
    stubs.shutdownNow();
    temporal.close();
    database.close();
  }

  @Test
  void retryCarriesATerminatedHireOnFromItsLastStepWithAllThatItKnew() {
    WorkerFactory worker = Stack.worker(stubs);
    try {
      Answer made = made();
      String hire = made.header("Location");
      assertThat(front.http().post(hire + "/pause", "").status()).isEqualTo(200);
      String before = terminate(made.text("/id"));

      Answer answered = retried(hire);

      assertThat(answered.json().path("incidents")).isEmpty();
      assertThat(answered.json().path("paused").asBoolean()).isTrue();
      WorkflowExecutionDescription now = described(made.text("/id"));
      assertThat(now.getStatus())
          .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING);
      assertThat(now.getExecution().getRunId()).isNotEqualTo(before);
      Answer resumed = front.http().post(hire + "/resume", "");
      assertThat(resumed.status()).isEqualTo(200);
      assertThat(resumed.json().path("paused").asBoolean()).isFalse();
    } finally {
      worker.shutdownNow();
    }
  }

  @Test
  void retryBeginsAHireAnewThatWasTerminatedBeforeItsFirstStep() {
    Answer made = made();
    String hire = made.header("Location");
    terminate(made.text("/id"));
    retried(hire);
    WorkerFactory worker = Stack.worker(stubs);
    try {
      assertThat(front.http().post(hire + "/pause", "").status()).isEqualTo(200);
    } finally {
      worker.shutdownNow();
    }
  }

  private Answer made() {
    Answer made = front.http().post("/v1/hires", Bodies.shortest(Bodies.proposal()));
    assertThat(made.status()).isEqualTo(201);
    return made;
  }

  /** Answers the run that was terminated. */
  private String terminate(String id) {
    String run = described(id).getExecution().getRunId();
    client.newUntypedWorkflowStub(WorkflowIds.hire(id)).terminate("somebody pressed the button");
    return run;
  }

  private WorkflowExecutionDescription described(String id) {
    return client.newUntypedWorkflowStub(WorkflowIds.hire(id)).describe();
  }

  private Answer retried(String hire) {
    Until.holds(
        "the incident is open",
        () -> front.http().get(hire).text("/incidents/0/cause").equals("workflow_gone"));
    Answer open = front.http().get(hire);
    assertThat(open.text("/incidents/0/detail")).contains("terminated", "retry", "abort");
    String incident = open.text("/incidents/0/id");
    Answer answered =
        front
            .http()
            .post(hire + "/incidents/" + incident + "/resolve", RETRY, "Idempotency-Key", "again");
    assertThat(answered.status()).isEqualTo(200);
    return answered;
  }
}
