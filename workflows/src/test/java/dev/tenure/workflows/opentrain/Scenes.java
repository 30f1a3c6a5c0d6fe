package dev.tenure.workflows.opentrain;

import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.message.MarketplaceNotification;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.EditedTerms;
import dev.tenure.model.plan.EndRule;
import dev.tenure.model.plan.Policies;
import dev.tenure.model.plan.RefusalPolicy;
import dev.tenure.model.plan.ReleaseRule;
import dev.tenure.model.plan.Then;
import dev.tenure.workflows.hire.MilestoneCommand;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** The paths of a hire whose histories are stored; some stop in the middle of a wait. */
final class Scenes {

  private Scenes() {}

  static Consumer<Stage> named(String name) {
    return Objects.requireNonNull(all().get(name), name);
  }

  static Map<String, Consumer<Stage>> all() {
    Map<String, Consumer<Stage>> scenes = new LinkedHashMap<>();
    scenes.put("quick", stage -> stage.run(Plans.canonical()));
    scenes.put("slow", stage -> confirmAfter(stage, 20).run(Plans.canonical()));
    scenes.put("overlapping", stage -> confirmAfter(stage, 5).run(Plans.overlapping()));
    refusals(scenes);
    waits(scenes);
    obstacles(scenes);
    behindOurBack(scenes);
    commands(scenes);
    scenes.putAll(steered());
    scenes.putAll(AppScenes.all());
    scenes.putAll(SafetyScenes.all());
    return scenes;
  }

  private static void refusals(Map<String, Consumer<Stage>> scenes) {
    scenes.put(
        "declined-then-retried",
        stage -> {
          stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.decline());
          stage.start(Plans.canonical());
          answer(stage, IncidentCause.APPROVAL_DECLINED, Resolution.RETRY);
          stage.finish();
        });
    scenes.put(
        "declined-then-aborted",
        stage -> {
          stage.market.script.on(ApprovalKind.MILESTONE_FUND, Decision.decline());
          stage.start(Plans.canonical());
          answer(stage, IncidentCause.APPROVAL_DECLINED, Resolution.ABORT);
          stage.finish();
        });
    scenes.put(
        "declined-three-times-then-closed",
        stage -> {
          stage.market.script.otherwise(Decision.decline());
          stage.run(Plans.with(Plans.onDeclined(new RefusalPolicy(2, Then.CLOSE))));
        });
    scenes.put(
        "expired-until-held",
        stage -> {
          stage.market.script.otherwise(Decision.ignore());
          stage.start(Plans.single());
          stage.awaitIncident(IncidentCause.APPROVAL_EXPIRED);
        });
    scenes.put(
        "status-unknown",
        stage -> {
          stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.of("mediated"));
          stage.start(Plans.single());
          answer(stage, IncidentCause.APPROVAL_STATUS_UNKNOWN, Resolution.ABORT);
          stage.finish();
        });
    scenes.put(
        "edited-and-held",
        stage -> {
          stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.edit("400.00"));
          stage.start(Plans.single(Plans.onEditedTerms(EditedTerms.HOLD), null));
          answer(stage, IncidentCause.TERMS_EDITED, Resolution.RETRY);
          stage.finish();
        });
    scenes.put(
        "declined-then-skipped",
        stage -> {
          stage.market.script.on(ApprovalKind.MILESTONE_FUND, Decision.decline());
          stage.start(Plans.canonical());
          answer(stage, IncidentCause.APPROVAL_DECLINED, Resolution.SKIP);
          stage.finish();
        });
    scenes.put(
        "replaced-then-adopted",
        stage -> {
          stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.of("superseded"));
          stage.start(Plans.single());
          IncidentDocument incident = stage.awaitIncident(IncidentCause.APPROVAL_SUPERSEDED);
          String theirs =
              stage.market.askedByOthers(
                  ApprovalKind.PROPOSAL_HIRE,
                  "prp_1",
                  yes -> stage.market.world.hire("theirs", Money.usd("400.00")));
          stage.adopt(incident, theirs);
          stage.until(() -> stage.journal.approvals.containsKey(theirs));
          stage.market.decide(theirs, Decision.confirm());
          stage.until("m1", MilestoneState.FUNDED);
        });
    scenes.put(
        "above-the-cap",
        stage -> {
          stage.start(Plans.with(Policies.DEFAULT, Money.usd("600.00")));
          answer(stage, IncidentCause.BUDGET_EXCEEDED, Resolution.ABORT);
          stage.finish();
        });
  }

  private static void waits(Map<String, Consumer<Stage>> scenes) {
    scenes.put(
        "waiting-for-the-hire",
        stage -> {
          stage.market.script.otherwise(Decision.ignore());
          stage.start(Plans.canonical());
          stage.pass(Duration.ofHours(40));
        });
    scenes.put(
        "waiting-for-the-delivery",
        stage -> {
          stage.market.script.nobodyDelivers();
          stage.start(Plans.canonical());
          stage.pass(Duration.ofHours(40));
        });
    scenes.put(
        "waiting-for-the-funding",
        stage -> {
          stage.market.script.on(ApprovalKind.MILESTONE_FUND, Decision.ignore());
          stage.start(Plans.canonical());
          stage.until("m2", MilestoneState.AWAITING_FUNDING);
        });
    scenes.put(
        "parked-notifications",
        stage -> {
          for (int approval = 1; approval <= 6; approval++) {
            stage.journal.park(
                new MarketplaceNotification(
                    "e" + approval, "approval.confirmed", "apr_" + approval, null, null, null));
          }
          stage.run(Plans.canonical());
        });
    scenes.put(
        "journal-away",
        stage -> {
          stage.journal.away(true);
          stage.after(Duration.ofMinutes(2), () -> stage.journal.away(false));
          stage.run(Plans.canonical());
        });
  }

  private static void obstacles(Map<String, Consumer<Stage>> scenes) {
    scenes.put(
        "obstacle-healed",
        stage -> {
          stage.market.script.obstacle(
              "request-hire", 3, obstacle(IncidentCause.PAYMENT_METHOD_REQUIRED));
          stage.run(Plans.single());
        });
    scenes.put(
        "obstacle-retried",
        stage -> {
          stage.market.script.obstacle(
              "request-funding", 4, obstacle(IncidentCause.TOKEN_REJECTED));
          stage.start(Plans.canonical());
          answer(stage, IncidentCause.TOKEN_REJECTED, Resolution.RETRY);
          stage.finish();
        });
    scenes.put(
        "outage",
        stage -> {
          stage.market.script.outage("request-hire", 16);
          stage.run(Plans.single());
        });
    scenes.put(
        "milestone-in-doubt",
        stage -> {
          stage.market.script.unanswered("create-milestone", 1);
          stage.start(Plans.canonical());
          answer(stage, IncidentCause.MILESTONE_IN_DOUBT, Resolution.RETRY);
          stage.finish();
        });
    scenes.put(
        "milestone-in-doubt-adopted",
        stage -> {
          stage.market.script.unanswered("create-milestone", 1);
          stage.start(Plans.canonical());
          IncidentDocument incident = stage.awaitIncident(IncidentCause.MILESTONE_IN_DOUBT);
          stage.adopt(incident, stage.market.world.addForeign(Money.usd("250.00")).id());
          stage.finish();
        });
    scenes.put(
        "by-the-hour",
        stage -> {
          stage.market.world.rate("25");
          stage.market.script.on(ApprovalKind.MILESTONE_FUND, Decision.ignore());
          stage.start(Plans.byTheHour(Policies.DEFAULT, null));
          stage.until("m2", MilestoneState.AWAITING_FUNDING);
          stage.market.world.budget("LOW", "40", "33.5");
          stage.market.ringBudget();
          stage.until(() -> stage.journal.eventTypes().contains("contract.budget_low"));
        });
    scenes.put(
        "obstacle-gone-for-all",
        stage -> {
          stage.market.script.obstacle(
              "request-hire", 2, obstacle(IncidentCause.PAYMENT_METHOD_REQUIRED));
          stage.start(Plans.single());
          stage.awaitIncident(IncidentCause.PAYMENT_METHOD_REQUIRED);
          stage.until(() -> stage.market.count("request-hire") == 2);
          stage.market.ringObstacleGone();
          stage.finish();
        });
    scenes.put(
        "aborted-in-an-outage",
        stage -> {
          stage.market.script.outage("request-hire", 1000);
          stage.start(Plans.single());
          answer(stage, IncidentCause.MARKETPLACE_UNREACHABLE, Resolution.ABORT);
          stage.finish();
        });
    scenes.put(
        "answer-lost",
        stage -> {
          stage.market.script.unanswered("request-hire", 1).unanswered("request-funding", 1);
          stage.run(Plans.canonical());
        });
    scenes.put(
        "aborted-unanswered",
        stage -> {
          stage.market.script.unanswered("request-hire", 1000);
          stage.start(Plans.single());
          answer(stage, IncidentCause.MARKETPLACE_UNREACHABLE, Resolution.ABORT);
          answer(stage, IncidentCause.MARKETPLACE_UNREACHABLE, Resolution.ABORT);
          stage.finish();
        });
    scenes.put(
        "aborted-while-pending",
        stage -> {
          stage.market.script.obstacle("read-approval", 3, obstacle(IncidentCause.TOKEN_REJECTED));
          stage.start(Plans.single());
          answer(stage, IncidentCause.TOKEN_REJECTED, Resolution.ABORT);
          stage.finish();
        });
  }

  private static void behindOurBack(Map<String, Consumer<Stage>> scenes) {
    scenes.put(
        "hired-in-the-app",
        stage -> {
          stage.market.world.hire("Batch m1", Money.usd("450.00"));
          stage.market.world.deliver("mst_1");
          stage.run(Plans.canonical());
        });
    scenes.put(
        "cancelled-in-the-app-and-skipped",
        stage -> {
          stage.market.script.nobodyDelivers();
          stage.start(Plans.single());
          stage.until("m1", MilestoneState.FUNDED);
          stage.market.world.cancel("mst_1");
          answer(stage, IncidentCause.MILESTONE_GONE, Resolution.SKIP);
          stage.finish();
        });
    scenes.put(
        "ended-in-the-app",
        stage -> {
          stage.market.script.on(ApprovalKind.MILESTONE_FUND, Decision.ignore());
          stage.start(Plans.canonical());
          stage.until("m2", MilestoneState.AWAITING_FUNDING);
          stage.market.world.end();
          stage.finish();
        });
    scenes.put(
        "out-of-sight",
        stage -> {
          stage.market.script.on(
              ApprovalKind.PROPOSAL_HIRE, Decision.confirmSilently(Duration.ofMinutes(1)));
          stage.start(Plans.single());
          stage.pass(Duration.ofMinutes(10));
          stage.market.world.hide("apr_1");
          stage.finish();
        });
    scenes.put(
        "foreign-milestone",
        stage -> {
          stage.market.script.nobodyDelivers();
          stage.start(Plans.single());
          stage.until("m1", MilestoneState.FUNDED);
          stage.market.world.addForeign(Money.usd("70.00"));
          stage.market.world.deliver("mst_1");
          stage.market.ringContract();
          stage.finish();
        });
  }

  private static void commands(Map<String, Consumer<Stage>> scenes) {
    scenes.put(
        "released-on-request",
        stage -> {
          stage.start(Plans.single(Plans.release(ReleaseRule.ON_REQUEST), null));
          stage.until("m1", MilestoneState.DELIVERED);
          stage.command("release", "k1", new MilestoneCommand("m1"));
          stage.finish();
        });
    scenes.put(
        "ended-on-request",
        stage -> {
          stage.start(Plans.single(Plans.end(EndRule.ON_REQUEST), null));
          stage.until("m1", MilestoneState.PAID);
          stage.command("end", "k1");
          stage.finish();
        });
    scenes.put(
        "ended-with-escrow",
        stage -> {
          stage.market.script.nobodyDelivers();
          stage.start(Plans.canonical());
          stage.until("m1", MilestoneState.FUNDED);
          stage.command("end", "k1");
          stage.finish();
        });
    scenes.put(
        "end-declined-and-given-up",
        stage -> {
          stage.market.script.nobodyDelivers().on(ApprovalKind.CONTRACT_END, Decision.decline());
          stage.start(Plans.single());
          stage.until("m1", MilestoneState.FUNDED);
          stage.command("end", "k1");
          answer(stage, IncidentCause.APPROVAL_DECLINED, Resolution.ABORT);
          stage.finish();
        });
    scenes.put(
        "cancelled-by-button",
        stage -> {
          stage.market.script.on(ApprovalKind.PROPOSAL_HIRE, Decision.ignore());
          stage.start(Plans.single());
          stage.until(() -> stage.journal.approvals.containsKey("apr_1"));
          stage.stub().cancel();
          stage.until(() -> stage.journal.hire().status() == HireStatus.CANCELLING);
        });
  }

  /** The scenes of hires that are steered under way. */
  static Map<String, Consumer<Stage>> steered() {
    return SteeredScenes.all();
  }

  private static Stage confirmAfter(Stage stage, int hours) {
    stage.market.script.otherwise(Decision.confirmAfter(Duration.ofHours(hours)));
    return stage;
  }

  private static void answer(Stage stage, IncidentCause cause, Resolution resolution) {
    stage.resolve(stage.awaitIncident(cause), resolution);
  }

  static Obstacle obstacle(IncidentCause cause) {
    return new Obstacle(cause, "a person must mend it", "https://market.example/fix");
  }
}
