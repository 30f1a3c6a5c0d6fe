package dev.tenure.lifecycle.opentrain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.hire.Incident;
import dev.tenure.lifecycle.opentrain.OpenTrainLifecycle;
import dev.tenure.lifecycle.opentrain.decision.OpenTrainActions;
import dev.tenure.lifecycle.opentrain.hire.Milestone;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.hire.AllowedAction;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.HireTerms;
import dev.tenure.model.plan.MilestonePlan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tries, without carrying it out, every command that there is: what is shown must be accepted. */
final class Probe {
  private final OpenTrainHire hire;
  private final Instant now;
  private final List<AllowedAction> allowed;

  private Probe(OpenTrainHire hire, Instant now) {
    this.hire = hire;
    this.now = now;
    this.allowed = OpenTrainActions.of(hire);
  }

  /** Exactly what is shown as allowed is accepted. */
  static void everyCommand(OpenTrainHire hire, Instant now) {
    new Probe(hire, now).tryAll();
  }

  private void tryAll() {
    List<String> keys = new ArrayList<>(hire.milestones().stream().map(Milestone::key).toList());
    keys.add("m99");
    for (String key : keys) {
      expect(ActionKind.RELEASE, key, new Command.Release(key));
      expect(ActionKind.FUND, key, new Command.Fund(key));
      expect(ActionKind.DROP, key, new Command.Drop(key));
    }
    Money cap = hire.plan().cap();
    if (cap == null) {
      MilestonePlan added =
          new MilestonePlan("m99", "More", null, Money.usd("1"), null, FundRule.atStart());
      expect(ActionKind.ADD_MILESTONE, null, new Command.AddMilestone(added));
    }
    expect(ActionKind.CHANGE, null, new Command.Change(HireTerms.of(hire.plan()), List.of()));
    expect(ActionKind.PAUSE, null, new Command.Pause());
    expect(ActionKind.RESUME, null, new Command.Resume());
    expect(ActionKind.END, null, new Command.End());
    expect(ActionKind.CANCEL, null, new Command.Cancel());
    hire.incidents().forEach(this::tryAnswers);
  }

  private void tryAnswers(Incident incident) {
    for (Resolution answer : Resolution.values()) {
      @Nullable String named = answer == Resolution.ADOPT ? "mst_77" : null;
      boolean shown =
          allowed.stream()
              .anyMatch(a -> incident.id().equals(a.target()) && a.choices().contains(answer));
      expect(shown, new Command.Resolve(incident.id(), answer, named));
    }
  }

  private void expect(ActionKind action, @Nullable String target, Command command) {
    boolean shown =
        allowed.stream().anyMatch(a -> a.action() == action && Objects.equals(a.target(), target));
    expect(shown, command);
  }

  private void expect(boolean shown, Command command) {
    boolean accepted =
        new OpenTrainLifecycle(hire).check(new CommandRequest("probe", command), now).isEmpty();
    assertThat(accepted).as("%s, shown are %s", command, allowed).isEqualTo(shown);
  }
}
