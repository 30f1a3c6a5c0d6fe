package dev.tenure.workflows.opentrain;

import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.hire.Incident;
import dev.tenure.lifecycle.opentrain.OpenTrainLifecycle;
import dev.tenure.lifecycle.opentrain.decision.OpenTrainActions;
import dev.tenure.lifecycle.opentrain.hire.Milestone;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainTotals;
import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.money.Fees;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.HireTerms;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.workflows.Golden;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Looks into a hire as it runs and tries, in each state, every command against the allowed ones.
 */
final class Probe {
  final List<String> contradictions = new CopyOnWriteArrayList<>();
  final Set<ActionKind> allowed = ConcurrentHashMap.newKeySet();
  final Set<ActionKind> refused = ConcurrentHashMap.newKeySet();
  private long seen = -1;

  HireWorkflow watch(HireInput input) {
    AtomicReference<@Nullable HireWorkflowImpl> made = new AtomicReference<>();
    HireWorkflowImpl workflow =
        new HireWorkflowImpl(
            input,
            () -> {
              look(Objects.requireNonNull(made.get()).state());
              return false;
            });
    made.set(workflow);
    return workflow;
  }

  private void look(OpenTrainHire hire) {
    if (hire.tick() == seen) {
      return;
    }
    seen = hire.tick();
    for (ActionKind action : EnumSet.complementOf(EnumSet.of(ActionKind.RESOLVE))) {
      for (String target : targets(hire, action)) {
        compare(hire, action, target);
      }
    }
    for (Incident incident : hire.incidents()) {
      for (Resolution answer : Resolution.values()) {
        compareAnswer(hire, incident, answer);
      }
    }
  }

  /** An addition that no longer fits under the cap is refused for its amount, not by the state. */
  private static List<String> targets(OpenTrainHire hire, ActionKind action) {
    return switch (action) {
      case FUND, RELEASE, DROP, DISPUTE -> {
        List<String> keys = new ArrayList<>();
        hire.milestones().stream().map(Milestone::key).forEach(keys::add);
        keys.add("m99");
        yield keys;
      }
      case ADD_MILESTONE -> fits(hire, another()) ? List.of("") : List.of();
      case PAUSE, RESUME, CHANGE, END, CANCEL, RESOLVE -> List.of("");
    };
  }

  private static boolean fits(OpenTrainHire hire, MilestonePlan added) {
    Money cost = added.amount().plus(Fees.ofFunding(added.amount()));
    return !OpenTrainTotals.exceeds(
        OpenTrainTotals.of(hire).worstCase().plus(cost), hire.plan().cap());
  }

  private static Command command(OpenTrainHire hire, ActionKind action, String target) {
    return switch (action) {
      case FUND -> new Command.Fund(target);
      case RELEASE -> new Command.Release(target);
      case DROP -> new Command.Drop(target);
      case DISPUTE -> new Command.Dispute(target);
      case ADD_MILESTONE -> new Command.AddMilestone(another());
      case PAUSE -> new Command.Pause();
      case RESUME -> new Command.Resume();
      case CHANGE -> new Command.Change(HireTerms.of(hire.plan()), List.of());
      case END -> new Command.End();
      case CANCEL -> new Command.Cancel();
      case RESOLVE -> throw new IllegalArgumentException("has answers");
    };
  }

  private static MilestonePlan another() {
    return Plans.milestone("another", "1.00", FundRule.atStart());
  }

  private void compare(OpenTrainHire hire, ActionKind action, String target) {
    String named = target.isEmpty() ? null : target;
    boolean shown =
        OpenTrainActions.of(hire).stream()
            .anyMatch(a -> a.action() == action && Objects.equals(a.target(), named));
    note(hire, action, named, shown, accepts(hire, command(hire, action, target)));
  }

  private void compareAnswer(OpenTrainHire hire, Incident incident, Resolution answer) {
    boolean shown =
        OpenTrainActions.of(hire).stream()
            .filter(a -> incident.id().equals(a.target()))
            .anyMatch(a -> a.choices().contains(answer));
    @Nullable String adopted = answer == Resolution.ADOPT ? "mst_probe" : null;
    Command command = new Command.Resolve(incident.id(), answer, adopted);
    note(hire, ActionKind.RESOLVE, answer.wire(), shown, accepts(hire, command));
  }

  private void note(
      OpenTrainHire hire,
      ActionKind action,
      @Nullable String target,
      boolean shown,
      boolean accepted) {
    (accepted ? allowed : refused).add(action);
    if (shown != accepted) {
      contradictions.add(
          "%s %s is %s but %s, in %s"
              .formatted(
                  action,
                  target,
                  shown ? "shown" : "not shown",
                  accepted ? "accepted" : "refused",
                  Golden.json(hire)));
    }
  }

  private static boolean accepts(OpenTrainHire hire, Command command) {
    Instant now = Instant.ofEpochMilli(Workflow.currentTimeMillis());
    return new OpenTrainLifecycle(hire).check(new CommandRequest("probe", command), now).isEmpty();
  }
}
