package dev.tenure.lifecycle.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.opentrain.OpenTrainLifecycle;
import dev.tenure.lifecycle.opentrain.call.OpenTrainCall;
import dev.tenure.lifecycle.opentrain.call.OpenTrainObservation;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.lifecycle.opentrain.marketplace.ContractReading;
import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.MilestoneSnapshot;
import dev.tenure.lifecycle.opentrain.record.OpenTrainSnapshot;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.message.HireEvent;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.Policies;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The difference between what was told and what is: documents, versions, events. */
class ChangesTest {
  private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");

  private final OpenTrainHire hire =
      OpenTrainHire.requested(
          "hir_1",
          1,
          new HirePlan(
              "default",
              "prp_1",
              null,
              Map.of(),
              List.of(
                  new MilestonePlan(
                      "m1", "Batch", null, Money.usd("450"), null, FundRule.atStart())),
              null,
              false,
              Policies.DEFAULT),
          NOW);

  private OpenTrainSnapshot told = OpenTrainSnapshot.nothingOf(hire);

  @Test
  void aHireOfWhichNothingWasToldIsRequestedByThat() {
    Changes<OpenTrainSnapshot> first = changes();

    assertThat(first.events()).extracting(HireEvent::type).containsExactly("hire.requested");
    assertThat(first.events().getFirst().summary())
        .isEqualTo("Hire of proposal prp_1 requested: 1 milestone, $504.95 at most with fees.");
    assertThat(first.milestones()).extracting(MilestoneDocument::key).containsExactly("m1");
    assertThat(first.header().version()).isEqualTo(1);
    assertThat(first.milestones().getFirst().version()).isEqualTo(1);
  }

  @Test
  void whereNothingIsNewNothingIsTold() {
    changes();
    Changes<OpenTrainSnapshot> none = new OpenTrainLifecycle(hire).changes(told, NOW);

    assertThat(none.isEmpty(told)).isTrue();
    assertThat(none.events()).isEmpty();
    assertThat(none.milestones()).isEmpty();
    assertThat(hire.recorded().version()).isEqualTo(1);
  }

  @Test
  void onlyWhatChangedHasANewVersion() {
    changes();
    command(new Command.Pause());
    Changes<OpenTrainSnapshot> paused = changes();

    assertThat(paused.header().version()).isEqualTo(2);
    assertThat(paused.header().paused()).isTrue();
    assertThat(paused.milestones()).isEmpty();
    assertThat(paused.events())
        .extracting(HireEvent::number, HireEvent::type)
        .containsExactly(tuple(2L, "hire.paused"));
  }

  /** What a late look jumps over is filled in: nothing is paid that was not funded. */
  @Test
  void aLookThatShowsTheContractPaidAndEndedTellsEveryStep() {
    changes();
    look("ended", "PAID");

    assertThat(changes().events())
        .extracting(HireEvent::type)
        .containsExactly(
            "contract.created", "milestone.funded", "milestone.paid", "contract.ended");
  }

  @Test
  void theHireIsClosedAfterEverythingElse() {
    changes();
    look("ended", "PAID");
    new OpenTrainLifecycle(hire).settle(NOW);
    Changes<OpenTrainSnapshot> closed = changes();

    assertThat(closed.events()).last().extracting(HireEvent::type).isEqualTo("hire.ended");
    assertThat(closed.header().closedAt()).isEqualTo(NOW);
    assertThat(closed.events().getLast().summary())
        .isEqualTo("The hire has ended: $450.00 paid, $54.95 fees estimated.");
  }

  @Test
  void aBatchSaysWhichRunSpeaksAndWhichOneItCarriesOn() {
    hire.recorded().continueFrom("run_1");
    RecordBatch batch = changes().batch(hire, "run_2");

    assertThat(batch.runId()).isEqualTo("run_2");
    assertThat(batch.continuedFrom()).isEqualTo("run_1");
  }

  @Test
  void twoCommandsBetweenTwoRecordsAreBothTold() {
    changes();
    command(new Command.Pause());
    command(new Command.Resume());

    assertThat(changes().events())
        .extracting(HireEvent::type)
        .containsExactly("hire.paused", "hire.resumed");
  }

  private Changes<OpenTrainSnapshot> changes() {
    Changes<OpenTrainSnapshot> changes = new OpenTrainLifecycle(hire).changes(told, NOW);
    told = changes.snapshot();
    return changes;
  }

  private void command(Command command) {
    new OpenTrainLifecycle(hire).command(new CommandRequest("k" + hire.tick(), command), NOW);
  }

  private void look(String contract, String milestone) {
    OpenTrainCall.ReadContract call = new OpenTrainCall.ReadContract(false);
    new OpenTrainLifecycle(hire).start(call, NOW);
    MilestoneSnapshot first =
        new MilestoneSnapshot("mst_1", 1, "Batch", milestone, Money.usd("450"), null, null, false);
    new OpenTrainLifecycle(hire)
        .observe(
            new OpenTrainObservation.ContractRead(
                call,
                new ContractReading.Seen(
                    new ContractSnapshot(
                        "ctr_1", contract, "job_1", "prp_1", "FIXED_PRICE", List.of(first)))),
            NOW);
  }
}
