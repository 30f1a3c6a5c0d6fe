package dev.tenure.workflows.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.model.account.AccountFacts;
import dev.tenure.workflows.Payloads;
import dev.tenure.workflows.TaskQueues;
import dev.tenure.workflows.WorkflowIds;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TimeoutFailure;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountWorkflowsTest {

  private final TestWorkflowEnvironment env =
      TestWorkflowEnvironment.newInstance(
          TestEnvironmentOptions.newBuilder()
              .setWorkflowClientOptions(
                  WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build())
              .build());
  private final Fake fake = new Fake();

  @BeforeEach
  void start() {
    env.newWorker(TaskQueues.HIRES)
        .registerWorkflowImplementationTypes(
            AccountCheckWorkflowImpl.class, LedgerWorkflowImpl.class);
    env.newWorker(TaskQueues.marketplace("acme")).registerActivitiesImplementations(fake);
    env.start();
  }

  @AfterEach
  void close() {
    env.close();
  }

  @Test
  void aLookAnswersWithWhatWasSeen() {
    AccountReading reading = check("acme");
    assertThat(reading.account().trouble()).isEqualTo("seen");
    assertThat(reading.proposal())
        .isEqualTo(ProposalFacts.unseen("prp_1", ProposalFacts.Sight.NOT_FOUND, null));
  }

  @Test
  void aLookAtAnAccountThatNobodyServesEndsByItself() {
    assertThatThrownBy(() -> check("nobody"))
        .isInstanceOf(WorkflowFailedException.class)
        .hasRootCauseInstanceOf(TimeoutFailure.class);
  }

  @Test
  void theLedgerIsReadWhenMoneyMovedAndABurstCostsOneLook() {
    LedgerWorkflow ledger = keep();
    for (int i = 0; i < 5; i++) {
      ledger.moneyMoved();
    }
    env.sleep(Duration.ofSeconds(30));
    assertThat(fake.looks.get()).isBetween(1, 2);
  }

  @Test
  void theLedgerIsReadNowAndThenThoughNobodySaidAnything() {
    keep();
    env.sleep(Duration.ofMinutes(14));
    assertThat(fake.looks.get()).isZero();
    env.sleep(Duration.ofMinutes(2));
    assertThat(fake.looks.get()).isEqualTo(1);
    env.sleep(Duration.ofHours(2));
    assertThat(fake.looks.get()).isEqualTo(9);
  }

  @Test
  void aLedgerThatCannotBeReadIsReadAgainWithTheNextSweep() {
    fake.failures.set(3);
    keep();
    env.sleep(Duration.ofMinutes(16));
    assertThat(fake.looks.get()).isEqualTo(3);
    env.sleep(Duration.ofMinutes(16));
    assertThat(fake.looks.get()).isEqualTo(4);
  }

  @Test
  void aRefreshAnswersWhenTheLedgerWasRead() {
    LedgerWorkflow ledger = keep();
    assertThat(ledger.refresh()).isEqualTo(new LedgerReading(1, null));
    assertThat(fake.looks.get()).isEqualTo(1);
  }

  private AccountReading check(String account) {
    return env.getWorkflowClient()
        .newWorkflowStub(
            AccountCheckWorkflow.class,
            WorkflowOptions.newBuilder()
                .setTaskQueue(TaskQueues.HIRES)
                .setWorkflowExecutionTimeout(Duration.ofSeconds(6))
                .build())
        .check(new AccountQuestion(account, "prp_1"));
  }

  private LedgerWorkflow keep() {
    LedgerWorkflow ledger =
        env.getWorkflowClient()
            .newWorkflowStub(
                LedgerWorkflow.class,
                WorkflowOptions.newBuilder()
                    .setTaskQueue(TaskQueues.HIRES)
                    .setWorkflowId(WorkflowIds.ledger("acme"))
                    .build());
    WorkflowClient.start(ledger::keep, "acme");
    return ledger;
  }

  private static final class Fake implements AccountActivities {

    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();

    @Override
    public AccountReading readAccount(AccountQuestion question) {
      return new AccountReading(
          AccountFacts.unknown(true, "seen", Instant.EPOCH),
          ProposalFacts.unseen("prp_1", ProposalFacts.Sight.NOT_FOUND, null));
    }

    @Override
    public LedgerReading readLedger(String account) {
      looks.incrementAndGet();
      if (failures.getAndDecrement() > 0) {
        throw ApplicationFailure.newFailure("away", "marketplace_unavailable");
      }
      return new LedgerReading(1, null);
    }
  }
}
