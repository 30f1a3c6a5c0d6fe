package dev.tenure.lifecycle.opentrain.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.call.Notification;
import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.hire.Condition;
import dev.tenure.lifecycle.opentrain.OpenTrainLifecycle;
import dev.tenure.lifecycle.opentrain.call.OpenTrainCall;
import dev.tenure.lifecycle.opentrain.call.OpenTrainObservation;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalReading;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer;
import dev.tenure.lifecycle.opentrain.marketplace.ContractReading;
import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.MilestoneSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.Tags;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.Policies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of a hire of two milestones, in words, and what it wants next. */
class DecisionTableTest {
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
              List.of(plan("m1", "450"), plan("m2", "250")),
              Money.usd("1000"),
              false,
              Policies.DEFAULT),
          NOW);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // what is known                        | calls wanted          | conditions
        "nothing                                | hire m1               | -",
        "paused                                 | -                     | -",
        "asking                                 | hire m1               | -",
        "asking, refused                        | slow hire m1          | payment_method_required",
        "asking, refused, gone                  | hire m1               | payment_method_required",
        "asking, unanswered                     | -                     | -",
        "asking, unanswered, later              | approvals of hire m1  | -",
        "asking, unanswered, much later         | approvals of hire m1  | marketplace_unreachable",
        "asking, pending                        | -                     | -",
        "asking, pending, told                  | approval apr_1        | -",
        "asking, pending, past                  | approval apr_1        | -",
        "asking, pending, told, seen            | -                     | -",
        "asking, pending, lost                  | contract              | -",
        "asking, pending, lost, none            | -                     | approval_lost",
        "asking, pending, declined              | contract              | -",
        "asking, pending, declined, none        | -                     | approval_declined",
        "asking, pending, expired               | contract              | -",
        "asking, pending, expired, none         | hire m1               | -",
        "asking, pending, expired, none, paused | -                     | -",
        "asking, pending, mediated, none        | -                     | approval_status_unknown",
        "asking, pending, confirmed             | contract              | -",
        "asking, pending, cancelled             | -                     | -",
        "asking, pending, cancelled, declined   | contract              | -",
        "hired                                  | create m2             | -",
        "hired, paused                          | -                     | -",
        "hired, delivered                       | release m1, create m2 | -",
        "hired, created                         | fund m2               | -",
        "hired, created, paused                 | -                     | -",
        "hired, created, delivered              | release m1, fund m2   | -",
        "hired, created, foreign                | -                     | budget_exceeded",
        "hired, funded                          | -                     | -",
        "hired, funded, paid                    | -                     | -",
        "hired, funded, both paid               | end                   | -",
        "hired, funded, both paid, paused       | -                     | -",
        "hired, missing                         | create m2             | -",
        "hired, missing, later                  | create m2, contract   | -",
        "hired, missing, missing                | create m2             | milestone_gone",
        "hired, ending                          | end                   | -",
        "hired, paused, ending                  | end                   | -",
        "hired, none                            | create m2             | -",
        "hired, none, later                     | create m2, contract   | -",
      })
  void decides(String known, String wanted, String conditions) {
    Instant now = NOW;
    for (String word : known.split(", ", -1)) {
      now = learn(word, now);
    }
    Decision<OpenTrainCall> decision = new OpenTrainLifecycle(hire).settle(now);

    assertThat(calls(decision)).isEqualTo(wanted);
    assertThat(conditions(decision)).isEqualTo(conditions);
    assertThat(new OpenTrainLifecycle(hire).decide(now))
        .as("it changes nothing")
        .isEqualTo(decision);
  }

  private Instant learn(String word, Instant now) {
    switch (word) {
      case "nothing" -> {}
      case "later" -> {
        return now.plusSeconds(1);
      }
      case "much later" -> {
        return now.plus(Duration.ofMinutes(3));
      }
      case "past" -> {
        return now.plus(Duration.ofHours(80));
      }
      case "paused" -> command(new Command.Pause());
      case "ending" -> command(new Command.End());
      case "cancelled" -> command(new Command.Cancel());
      case "asking" -> new OpenTrainLifecycle(hire).start(ask(), NOW);
      case "refused" ->
          observe(
              new OpenTrainObservation.Refused(
                  running(), new Obstacle(IncidentCause.PAYMENT_METHOD_REQUIRED, "no", null)));
      case "gone" -> observe(new OpenTrainObservation.Notified(Notification.obstacleGone()));
      case "unanswered" -> observe(new OpenTrainObservation.Unanswered(running()));
      case "pending" ->
          observe(
              new OpenTrainObservation.Answered(
                  running(), new AskAnswer.Pending(approval("pending"))));
      case "told" ->
          observe(
              new OpenTrainObservation.Notified(
                  new Notification("approval.confirmed", "apr_1", null, null, null, null)));
      case "seen" -> read("pending");
      case "declined", "expired", "mediated", "confirmed" -> read(word);
      case "lost" -> read(new ApprovalReading.LostSight());
      case "none" -> look(new ContractReading.NotFound());
      case "hired" -> look(milestone(1, "ACTIVE_FUNDED", false));
      case "delivered" ->
          look(
              hire.milestone("m2").id() == null
                  ? new MilestoneSnapshot[] {milestone(1, "ACTIVE_FUNDED", true)}
                  : new MilestoneSnapshot[] {
                    milestone(1, "ACTIVE_FUNDED", true), milestone(2, "NOT_FUNDED", false)
                  });
      case "created" ->
          look(milestone(1, "ACTIVE_FUNDED", false), milestone(2, "NOT_FUNDED", false));
      case "foreign" ->
          look(
              milestone(1, "ACTIVE_FUNDED", false),
              milestone(2, "NOT_FUNDED", false),
              new MilestoneSnapshot(
                  "mst_9", 3, "x", "NOT_FUNDED", Money.usd("300"), null, null, false));
      case "funded" ->
          look(milestone(1, "ACTIVE_FUNDED", false), milestone(2, "ACTIVE_FUNDED", false));
      case "paid" -> look(milestone(1, "PAID", false), milestone(2, "ACTIVE_FUNDED", false));
      case "both paid" -> look(milestone(1, "PAID", false), milestone(2, "PAID", false));
      case "missing" -> look();
      default -> throw new IllegalArgumentException(word);
    }
    return now;
  }

  private void command(Command command) {
    new OpenTrainLifecycle(hire).command(new CommandRequest("k" + hire.tick(), command), NOW);
  }

  private void observe(OpenTrainObservation observation) {
    new OpenTrainLifecycle(hire).observe(observation, NOW);
  }

  private OpenTrainCall.Ask ask() {
    return (OpenTrainCall.Ask)
        Objects.requireNonNull(new OpenTrainLifecycle(hire).decide(NOW).calls().get("hire m1"));
  }

  private OpenTrainCall.Ask running() {
    return (OpenTrainCall.Ask) Objects.requireNonNull(hire.running().get("hire m1")).call();
  }

  private void read(String status) {
    read(new ApprovalReading.Seen(approval(status)));
  }

  private void read(ApprovalReading reading) {
    OpenTrainCall.ReadApproval call =
        new OpenTrainCall.ReadApproval(hire.hireStep(), "apr_1", false);
    new OpenTrainLifecycle(hire).start(call, NOW);
    observe(new OpenTrainObservation.ApprovalRead(call, reading));
  }

  /** W2: people made one in the app whose amount the marketplace shows as null. */
  @Test
  void aMilestoneThatIsShownWithoutAnAmountKeepsTheKnownOneAndStopsNobody() {
    learn("hired", NOW);
    look(
        milestone(1, "ACTIVE_FUNDED", false),
        new MilestoneSnapshot(
            "mst_2", 2, "Batch", "NOT_FUNDED", null, null, Tags.of("hir_1", "m2"), false),
        new MilestoneSnapshot("mst_9", 3, "x", "NOT_FUNDED", null, null, null, false));
    assertThat(hire.milestone("m2").terms().amount()).isEqualTo(Money.usd("250"));
    assertThat(hire.milestone("foreign-mst_9").foreign()).isTrue();
    assertThat(new OpenTrainLifecycle(hire).decide(NOW).conditions()).isEmpty();
  }

  private void look(MilestoneSnapshot... milestones) {
    look(
        new ContractReading.Seen(
            new ContractSnapshot(
                "ctr_1", "active", "job_1", "prp_1", "FIXED_PRICE", List.of(milestones))));
  }

  private void look(ContractReading reading) {
    OpenTrainCall.ReadContract call = new OpenTrainCall.ReadContract(false);
    new OpenTrainLifecycle(hire).start(call, NOW);
    observe(new OpenTrainObservation.ContractRead(call, reading));
  }

  private static MilestoneSnapshot milestone(int number, String status, boolean delivered) {
    return new MilestoneSnapshot(
        "mst_" + number,
        number,
        "Batch",
        status,
        Money.usd(number == 1 ? "450" : "250"),
        null,
        number == 1 ? null : Tags.of("hir_1", "m" + number),
        delivered);
  }

  private static ApprovalSnapshot approval(String status) {
    return new ApprovalSnapshot(
        "apr_1",
        "proposal_hire",
        status,
        status.equals("confirmed") ? "ctr_1" : null,
        null,
        "job_1",
        "prp_1",
        "https://market.example/approvals/apr_1",
        NOW,
        NOW.plus(Duration.ofDays(3)),
        null,
        Map.of());
  }

  private static String calls(Decision<OpenTrainCall> decision) {
    return words(
        decision.calls().values().stream()
            .map(call -> (call.slow() ? "slow " : "") + call.subject())
            .collect(Collectors.joining(", ")));
  }

  private static String conditions(Decision<OpenTrainCall> decision) {
    return words(
        decision.conditions().values().stream()
            .map(Condition::cause)
            .map(IncidentCause::wire)
            .collect(Collectors.joining(", ")));
  }

  private static String words(String found) {
    return found.isEmpty() ? "-" : found;
  }

  private static MilestonePlan plan(String key, String amount) {
    return new MilestonePlan(key, "Batch", null, Money.usd(amount), null, FundRule.atStart());
  }
}
