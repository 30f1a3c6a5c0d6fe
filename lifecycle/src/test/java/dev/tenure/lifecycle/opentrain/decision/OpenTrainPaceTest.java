package dev.tenure.lifecycle.opentrain.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.decision.Pace;
import dev.tenure.lifecycle.opentrain.OpenTrainLifecycle;
import dev.tenure.lifecycle.opentrain.call.OpenTrainCall;
import dev.tenure.lifecycle.opentrain.call.OpenTrainObservation;
import dev.tenure.lifecycle.opentrain.hire.Ask;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalReading;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.Policies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpenTrainPaceTest {
  private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
  private static final Instant DEADLINE = NOW.plus(Duration.ofDays(3));

  private final OpenTrainHire hire =
      OpenTrainHire.requested(
          "hir_1",
          1,
          new HirePlan(
              "default",
              "prp_1",
              null,
              Map.of(),
              List.of(new MilestonePlan("m1", "x", null, Money.usd("1"), null, FundRule.atStart())),
              null,
              false,
              Policies.DEFAULT),
          NOW);

  @Test
  void looksForWhatIsNotShownGetRarerAndNeverEnd() {
    assertThat(millis(IntStream.rangeClosed(1, 6).mapToObj(Pace::afterLook)))
        .containsExactly(500L, 1_000L, 2_000L, 4_000L, 8_000L, 15_000L);
    assertThat(Pace.afterLook(7)).isEqualTo(Duration.ofSeconds(30));
    assertThat(Pace.afterLook(50)).isEqualTo(Duration.ofMinutes(15));
    assertThat(Pace.afterLook(5_000)).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void aPersonIsToldAfterAboutSixteenSeconds() {
    Duration told =
        IntStream.range(1, Pace.QUICK_LOOKS)
            .mapToObj(Pace::afterLook)
            .reduce(Duration.ZERO, Duration::plus);

    assertThat(told).isEqualTo(Duration.ofMillis(15_500));
  }

  @Test
  void looksForWhatIsOnlyPossibleAreSlowFromTheBeginning() {
    assertThat(IntStream.range(0, 6).mapToObj(OpenTrainPace::ofPossible).map(Duration::toMinutes))
        .containsExactly(1L, 2L, 4L, 8L, 15L, 15L);
  }

  @Test
  void anApprovalIsReadAtThreeTimesOfItsWindowAndAtItsEnd() {
    Ask ask = pending();
    List<Duration> reads = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      Instant next = OpenTrainPace.nextRead(ask);
      reads.add(Duration.between(NOW, next));
      ask = read(ask, next);
    }

    assertThat(reads.subList(0, 4))
        .containsExactly(
            Duration.ofHours(12),
            Duration.ofHours(36),
            Duration.ofHours(60),
            Duration.ofDays(3).plusSeconds(1));
    assertThat(reads.get(5).minus(reads.get(4))).isGreaterThan(reads.get(4).minus(reads.get(3)));
  }

  @Test
  void aWindowOfSecondsHasTheSameThreeTicks() {
    Ask ask = pending(NOW.plusSeconds(6));

    assertThat(OpenTrainPace.nextRead(ask)).isEqualTo(NOW.plusSeconds(1));
  }

  @Test
  void triesWithoutAnAnswerGetRarer() {
    OpenTrainCall.Ask call = ask();
    new OpenTrainLifecycle(hire).start(call, NOW);
    List<Duration> pauses = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      new OpenTrainLifecycle(hire).observe(new OpenTrainObservation.Unanswered(call), NOW);
      pauses.add(OpenTrainPace.afterTry(last(), false, NOW));
      new OpenTrainLifecycle(hire).start(call, NOW);
    }

    assertThat(millis(pauses.stream()))
        .containsExactly(200L, 400L, 800L, 1_600L, 3_200L, 6_400L, 12_800L, 15_000L, 15_000L);
    Instant late = NOW.plus(Duration.ofMinutes(3));
    assertThat(OpenTrainPace.afterTry(last(), false, late)).isEqualTo(Duration.ofMinutes(1));
  }

  private Ask pending() {
    return pending(DEADLINE);
  }

  private Ask pending(Instant deadline) {
    OpenTrainCall.Ask call = ask();
    new OpenTrainLifecycle(hire).start(call, NOW);
    AskAnswer answer = new AskAnswer.Pending(approval(deadline));
    new OpenTrainLifecycle(hire).observe(new OpenTrainObservation.Answered(call, answer), NOW);
    return last();
  }

  private Ask read(Ask ask, Instant when) {
    OpenTrainCall.ReadApproval call =
        new OpenTrainCall.ReadApproval(ask.step(), ask.knownApproval().id(), false);
    new OpenTrainLifecycle(hire).start(call, when);
    new OpenTrainLifecycle(hire)
        .observe(
            new OpenTrainObservation.ApprovalRead(
                call, new ApprovalReading.Seen(ask.knownApproval())),
            when);
    return last();
  }

  private Ask last() {
    return Objects.requireNonNull(hire.lastAsk(hire.hireStep()));
  }

  private OpenTrainCall.Ask ask() {
    return (OpenTrainCall.Ask)
        Objects.requireNonNull(new OpenTrainLifecycle(hire).decide(NOW).calls().get("hire m1"));
  }

  private static ApprovalSnapshot approval(Instant deadline) {
    return new ApprovalSnapshot(
        "apr_1",
        "proposal_hire",
        "pending",
        null,
        null,
        "job_1",
        "prp_1",
        "https://market.example/approvals/apr_1",
        NOW,
        deadline,
        null,
        Map.of());
  }

  private static List<Long> millis(Stream<Duration> durations) {
    return durations.map(Duration::toMillis).toList();
  }
}
