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
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real PostgreSQL, Temporal's test server, a worker with a small hire, and the front. */
record Stack(
    Database database,
    PortBoundTestServer temporal,
    int temporalPort,
    WorkflowServiceStubs stubs,
    WorkerFactory worker,
    Front front)
    implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Stack.class);
  private static final int LOWEST_PORT = 15_000;
  private static final int FIRST_EPHEMERAL_PORT = 32_768;

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
            SmallHire.class,
            SmallOpenContractHire.class,
            AccountCheckWorkflowImpl.class,
            LedgerWorkflowImpl.class);
    for (String account : List.of("default", "solo", OpenContractBodies.ACCOUNT)) {
      factory
          .newWorker(TaskQueues.marketplace(account))
          .registerActivitiesImplementations(new SmallAccounts());
    }
    factory.start();
    return factory;
  }

  /**
   * A port to be listened on later. None of those that the system gives to outgoing connections,
   * one of which may take it, or even connect to itself, before anybody listens.
   */
  static int freePort() {
    for (int tries = 0; tries < 1_000; tries++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, FIRST_EPHEMERAL_PORT);
      try (ServerSocket socket = new ServerSocket(port)) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        LOG.debug("port {} is taken", port, taken);
      }
    }
    throw new AssertionError("no port is free");
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
