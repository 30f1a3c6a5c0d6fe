package dev.tenure.workflows.opentrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.message.HireEvent;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The journal may be away; money steps go on, and nothing is missing or doubled afterwards. */
class RecorderTest {
  private final Stage stage = new Stage();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void withTheJournalAwayTheMoneyStepsGoOn() {
    stage.journal.away(true);
    stage.after(Duration.ofMinutes(2), () -> stage.journal.away(false));
    stage.start(Plans.canonical());
    stage.pass(Duration.ofSeconds(90));

    assertThat(stage.market.world.ended()).isTrue();
    assertThat(stage.journal.events()).isEmpty();

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertComplete();
  }

  @Test
  void oneQuickTryIsMadeAndNoneUntilTheOrdinaryActivityHasReturned() {
    stage.journal.away(true);
    stage.after(Duration.ofMinutes(2), () -> stage.journal.away(false));
    stage.run(Plans.canonical());

    assertThat(stage.journal.tries.getFirst()).isEqualTo("local refused");
    int back = stage.journal.tries.indexOf("ordinary");
    assertThat(stage.journal.tries.subList(1, back))
        .isNotEmpty()
        .allMatch(made -> made.equals("ordinary refused"));
    assertThat(stage.journal.tries.subList(back + 1, stage.journal.tries.size()))
        .isNotEmpty()
        .allMatch(made -> made.equals("local"));
    assertComplete();
  }

  @Test
  void aHireClosesOnlyAfterItsLastEventIsRecorded() {
    stage.start(Plans.single());
    stage.until("m1", MilestoneState.FUNDED);
    stage.journal.away(true);
    stage.pass(Duration.ofHours(2));
    assertThat(stage.market.world.ended()).isTrue();
    assertThat(stage.stub().describe().getStatus())
        .isEqualTo(WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING);

    stage.journal.away(false);
    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertComplete();
  }

  @Test
  void theRequestNamesWhoMadeIt() {
    stage.start(Plans.single(), "ci");
    stage.finish();

    assertThat(stage.journal.events().getFirst())
        .satisfies(
            event -> {
              assertThat(event.type()).isEqualTo("hire.requested");
              assertThat(event.data()).containsEntry("actor", "ci");
            });
  }

  @Test
  void whatHappensWhileABatchIsRecordedGoesIntoTheNextOne() {
    stage.start(Plans.single());
    stage.until("m1", MilestoneState.FUNDED);
    stage.journal.duringNextRecord(stage.market::ringContract);

    assertThat(stage.finish().status()).isEqualTo(HireStatus.ENDED);
    assertComplete();
  }

  private void assertComplete() {
    assertThat(stage.journal.events())
        .extracting(HireEvent::number)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, stage.journal.events().size()).boxed().toList());
    assertThat(stage.journal.eventTypes()).last().isEqualTo("hire.ended");
  }
}
