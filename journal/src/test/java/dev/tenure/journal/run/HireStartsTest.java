package dev.tenure.journal.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.journal.JournalExtension;
import dev.tenure.journal.Samples;
import dev.tenure.journal.feed.EventFeed;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.read.Hires;
import dev.tenure.journal.record.HireRecords;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.Resolution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(JournalExtension.class)
class HireStartsTest {

  private static final Duration AT_ONCE = Duration.ofMinutes(-1);

  @Test
  void aHireLeftWithoutAWorkflowIsStartedOnce(HireRecords records, HireStarts starts) {
    HireView hire = Samples.entered(records);
    List<String> begun = sweep(starts);
    assertThat(begun).contains(hire.id());
    assertThat(sweep(starts)).doesNotContain(hire.id());
  }

  @Test
  void aRunThatASweepStartedAndThatNeverSpokeSpeaksTooLateOnceAResetOneSpoke(
      Hires hires, HireRecords records, HireStarts starts, EventFeed events) {
    HireView hire = Samples.entered(records);
    sweep(starts);
    records.record(Samples.batch(hire, "run-2", 3, Samples.event(1)));
    records.record(Samples.batch(hire, "run-1", 9, Samples.event(1)));
    records.record(Samples.batch(hire, "run-2", 4, Samples.event(2)));
    HireView now = hires.find(hire.id()).orElseThrow();
    assertThat(now.row().runId()).isEqualTo("run-2");
    assertThat(now.document().version()).isEqualTo(4);
    // Nothing that anyone told is lost.
    assertThat(events.after(hire.id(), 0, 10).items()).hasSize(3);
  }

  @Test
  void thatAWorkflowRunsIsNotNewsOnceARunOfItSpoke(
      Hires hires, HireRecords records, HireStarts starts) {
    HireView hire = Samples.entered(records);
    records.record(Samples.batch(hire, "run-1", 3));
    records.record(
        Samples.batch(
            hire, "run-2", "run-1", Samples.header(hire, HireStatus.ACTIVE, 4), List.of()));
    starts.started(Map.of(hire.id(), "run-1"));
    assertThat(hires.find(hire.id()).orElseThrow().row().runId()).isEqualTo("run-2");
    records.record(Samples.batch(hire, "run-2", 5));
    assertThat(hires.find(hire.id()).orElseThrow().document().version()).isEqualTo(5);
  }

  @Test
  void whoAskedForAHireIsToldToItsWorkflow(HireRecords records, HireStarts starts) {
    HireView hire = Samples.entered(records);
    Map<String, String> askedBy = new HashMap<>();
    starts.sweep(
        AT_ONCE,
        start -> {
          askedBy.put(start.hireId(), String.valueOf(start.requestedBy()));
          return new StartOutcome.Started("run-1");
        });
    assertThat(askedBy).containsEntry(hire.id(), "lena");
  }

  @Test
  void aYoungHireIsLeftToItsOwnRequest(HireRecords records, HireStarts starts) {
    HireView hire = Samples.entered(records);
    List<String> begun = new ArrayList<>();
    starts.sweep(
        Duration.ofHours(1),
        start -> {
          begun.add(start.hireId());
          return new StartOutcome.Started("run-1");
        });
    assertThat(begun).doesNotContain(hire.id());
  }

  @Test
  void twoSweepersNeverHoldTheSameHire(HireRecords records, HireStarts starts) throws Exception {
    HireView hire = Samples.entered(records);
    var held = new CountDownLatch(1);
    var release = new CountDownLatch(1);
    var first =
        CompletableFuture.supplyAsync(
            () ->
                starts.sweep(
                    AT_ONCE,
                    start -> {
                      if (start.hireId().equals(hire.id())) {
                        held.countDown();
                        await(release);
                      }
                      return new StartOutcome.Started("run-1");
                    }));
    assertThat(held.await(90, TimeUnit.SECONDS)).isTrue();
    assertThat(sweep(starts)).doesNotContain(hire.id());
    release.countDown();
    assertThat(first.get(90, TimeUnit.SECONDS)).isPositive();
  }

  @Test
  void aRefusedStartIsAnIncidentUntilAnOperatorAnswers(
      Hires hires, HireRecords records, HireStarts starts) {
    HireView hire = Samples.entered(records);
    starts.refused(hire.id(), "The namespace does not exist.");
    HireView refused = hires.find(hire.id()).orElseThrow();
    assertThat(refused.openIncidents())
        .singleElement()
        .satisfies(i -> assertThat(i.cause()).isEqualTo(IncidentCause.START_REFUSED));
    assertThat(sweep(starts)).doesNotContain(hire.id());
    String incident = refused.openIncidents().getFirst().id();
    assertThat(starts.resolve(hire.id(), incident, Resolution.RETRY, "ops")).isTrue();
    assertThat(starts.resolve(hire.id(), incident, Resolution.RETRY, "ops")).isFalse();
    assertThat(hires.find(hire.id()).orElseThrow().openIncidents()).isEmpty();
    assertThat(sweep(starts)).contains(hire.id());
  }

  @Test
  void anAbortedStartClosesTheHire(Hires hires, HireRecords records, HireStarts starts) {
    HireView hire = Samples.entered(records);
    starts.refused(hire.id(), "The namespace does not exist.");
    assertThat(starts.resolve(hire.id(), "start", Resolution.ABORT, "ops")).isTrue();
    assertThat(hires.find(hire.id()).orElseThrow().document().status())
        .isEqualTo(HireStatus.CANCELLED);
    assertThat(sweep(starts)).doesNotContain(hire.id());
  }

  @Test
  void theFeedTellsOfARefusedStartAndOfItsAnswers(
      HireRecords records, HireStarts starts, EventFeed events) {
    HireView hire = Samples.entered(records);
    starts.refused(hire.id(), "The namespace does not exist.");
    starts.resolve(hire.id(), "start", Resolution.RETRY, "ops");
    starts.refused(hire.id(), "The namespace does not exist.");
    starts.resolve(hire.id(), "start", Resolution.ABORT, "ops");
    assertThat(events.after(hire.id(), 0, 10).items())
        .extracting(one -> one.event().number() + " " + one.event().summary())
        .containsExactly(
            "1 A person is needed: The namespace does not exist.",
            "2 Incident start_refused closed: an operator said retry.",
            "3 A person is needed: The namespace does not exist.",
            "4 Incident start_refused closed: an operator said abort.",
            "5 The hire was given up before it was begun.");
    assertThat(events.after(hire.id(), 0, 10).items())
        .extracting(one -> one.event().type())
        .containsExactly(
            "incident.opened",
            "incident.closed",
            "incident.opened",
            "incident.closed",
            "hire.cancelled");
  }

  private static List<String> sweep(HireStarts starts) {
    List<String> begun = new ArrayList<>();
    starts.sweep(
        AT_ONCE,
        start -> {
          begun.add(start.hireId());
          return new StartOutcome.Started("run-1");
        });
    return begun;
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(90, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
