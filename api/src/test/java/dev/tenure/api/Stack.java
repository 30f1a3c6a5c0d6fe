package dev.tenure.api;

import dev.tenure.database.Database;
import dev.tenure.workflows.Payloads;
import dev.tenure.workflows.TaskQueues;
import dev.tenure.workflows.accounts.AccountCheckWorkflowImpl;
import dev.tenure.workflows.accounts.LedgerWorkflowImpl;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testserver.TestServer;
import io.temporal.testserver.TestServer.PortBoundTestServer;
import io.temporal.worker.WorkerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;

/** A real PostgreSQL, Temporal's test server, a worker with a small hire, and the front. */
record Stack(
    Database database,
    PortBoundTestServer temporal,
    int temporalPort,
    WorkflowServiceStubs stubs,
    WorkerFactory worker,
    Front front)
    implements AutoCloseable {

  static Stack start() {
    int port = freePort();
    Database database = Database.start();
    PortBoundTestServer temporal = TestServer.createPortBoundServer(port, true);
    WorkflowServiceStubs stubs = stubs(port);
    WorkerFactory worker = worker(stubs);
    return new Stack(
        database, temporal, port, stubs, worker, Front.start(database, port, Map.of()));
  }

  static WorkflowServiceStubs stubs(int port) {
    return WorkflowServiceStubs.newServiceStubs(
        WorkflowServiceStubsOptions.newBuilder().setTarget("127.0.0.1:" + port).build());
  }

  /** A worker that knows the small hire. */
  static WorkerFactory worker(WorkflowServiceStubs stubs) {
    var client =
        WorkflowClient.newInstance(
            stubs,
            WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build());
    WorkerFactory factory = WorkerFactory.newInstance(client);
    factory
        .newWorker(TaskQueues.HIRES)
        .registerWorkflowImplementationTypes(
            SmallHire.class, AccountCheckWorkflowImpl.class, LedgerWorkflowImpl.class);
    for (String account : List.of("default", "solo")) {
      factory
          .newWorker(TaskQueues.marketplace(account))
          .registerActivitiesImplementations(new SmallAccounts());
    }
    factory.start();
    return factory;
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Http http() {
    return front.http();
  }

  @Override
  public void close() {
    front.close();
    worker.shutdownNow();
    stubs.shutdownNow();
    temporal.close();
    database.close();
  }
}
