package dev.tenure.lifecycle.simulation;

import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.hire.Incident;
import dev.tenure.lifecycle.opentrain.hire.Milestone;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.EndRule;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.HireTerms;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.ReleaseRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Those who asked for the hire: they send what is waited for, and a lot that nobody waits for. */
final class Requesters {
  private static final int MOST_WISHES = 12;

  private final World world;
  private final Dice dice;
  private final PlanDraw plans;
  private final Set<String> due = new HashSet<>();
  private final List<CommandRequest> sent = new ArrayList<>();
  private int keys;
  private int wishes;

  Requesters(World world) {
    this.world = world;
    this.dice = world.draw().dice(6_400);
    this.plans = new PlanDraw(world.draw(), world.draw().dice(6_401));
  }

  /** From now on only what is waited for is sent; a pause is over. */
  void calm() {
    if (world.draw().calmPeople()) {
      for (HireDriver driver : world.hires()) {
        world
            .agenda()
            .after(
                Draw.MINUTE,
                () -> {
                  if (driver.hire().paused()) {
                    send(driver, new Command.Resume());
                  }
                });
      }
    }
  }

  void look(HireDriver driver) {
    if (driver.closed()) {
      return;
    }
    awaited(driver);
    if (world.calm() || wishes >= MOST_WISHES) {
      return;
    }
    if (dice.hits(world.draw().rate(Feature.COMMANDS))) {
      later(driver, Feature.COMMANDS, () -> any(driver));
    }
    if (dice.hits(world.draw().rate(Feature.CANCELS))) {
      later(driver, Feature.CANCELS, Command.Cancel::new);
    }
    if (dice.hits(world.draw().rate(Feature.ENDS))) {
      later(driver, Feature.ENDS, Command.End::new);
    }
    if (dice.hits(world.draw().rate(Feature.PAUSES))) {
      later(driver, Feature.PAUSES, Command.Pause::new);
      world
          .agenda()
          .after(dice.between(Draw.SECOND, Draw.DAY), () -> send(driver, new Command.Resume()));
    }
  }

  private interface Wish {
    Command command();
  }

  private void later(HireDriver driver, Feature feature, Wish wish) {
    wishes++;
    long delay = dice.hits(.6) ? dice.below(3_000) : dice.between(Draw.SECOND, Draw.DAY);
    world
        .agenda()
        .after(
            delay,
            () -> {
              if (!world.calm()) {
                world.tally().struck(feature);
                send(driver, wish.command());
              }
            });
  }

  /** What the hire waits for by its plan, each once. */
  private void awaited(HireDriver driver) {
    if (world.draw().has(Feature.NO_REQUESTER)) {
      return;
    }
    OpenTrainHire hire = driver.hire();
    for (Milestone milestone : hire.milestones()) {
      if (milestone.foreign()) {
        continue;
      }
      if (hire.awaitsFundCommand(milestone)) {
        await(driver, new Command.Fund(milestone.key()));
      }
      if (milestone.stage().inEscrow() && hire.releaseRule(milestone) == ReleaseRule.ON_REQUEST) {
        await(driver, new Command.Release(milestone.key()));
      }
    }
    if (hire.contract().known()
        && hire.plan().policies().end() == EndRule.ON_REQUEST
        && hire.complete()) {
      await(driver, new Command.End());
    }
  }

  private void await(HireDriver driver, Command command) {
    if (due.add(driver.hire().id() + command.words())) {
      world
          .agenda()
          .after(
              dice.between(Draw.SECOND, Draw.DAY),
              () -> {
                due.remove(driver.hire().id() + command.words());
                send(driver, command);
              });
    }
  }

  private void send(HireDriver driver, Command command) {
    CommandRequest request =
        dice.hits(.1) && !sent.isEmpty()
            ? dice.oneOf(sent)
            : new CommandRequest("key-" + ++keys, "requester", version(driver.hire()), command);
    sent.add(request);
    driver.command(request);
  }

  private @Nullable Long version(OpenTrainHire hire) {
    if (!dice.hits(.1)) {
      return null;
    }
    return hire.recorded().version() + dice.below(2);
  }

  /** Legal or not. */
  private Command any(HireDriver driver) {
    OpenTrainHire hire = driver.hire();
    return switch (dice.below(10)) {
      case 0 -> new Command.Release(key(hire));
      case 1 -> new Command.Fund(key(hire));
      case 2 -> new Command.AddMilestone(plans.milestone(freshKey(hire), key(hire)));
      case 3, 8 -> new Command.Drop(key(hire));
      case 4, 5 -> change(hire);
      case 6 -> resolve(hire);
      case 7 -> new Command.Pause();
      default -> new Command.Resume();
    };
  }

  private String key(OpenTrainHire hire) {
    List<String> keys = new ArrayList<>(hire.milestones().stream().map(Milestone::key).toList());
    keys.add("nowhere");
    return dice.oneOf(keys);
  }

  private String freshKey(OpenTrainHire hire) {
    return dice.hits(.1) ? "m1" : "x" + hire.milestones().size();
  }

  private Command change(OpenTrainHire hire) {
    HirePlan plan = hire.plan();
    Money worst = Money.usd("100").plus(plan.first().amount()).percent(50 + dice.below(400));
    Money cap = dice.hits(.4) ? plans.cap(worst, plan.first()) : dice.hits(.2) ? null : plan.cap();
    HireTerms terms =
        new HireTerms(
            "ref", plan.labels(), cap, dice.hits(.3) ? plans.policies() : plan.policies());
    List<MilestonePlan> changed = new ArrayList<>();
    if (dice.hits(.7)) {
      MilestonePlan one = dice.oneOf(plan.milestones());
      MilestonePlan drawn = plans.milestone(one.key(), null);
      changed.add(
          new MilestonePlan(
              one.key(),
              "Changed " + dice.below(3),
              one.description(),
              dice.hits(.5) || one.volume() != null ? one.amount() : drawn.amount(),
              drawn.dueDate(),
              one.fund(),
              one.release(),
              one.volume()));
    }
    return new Command.Change(terms, changed);
  }

  private Command resolve(OpenTrainHire hire) {
    List<Incident> open = hire.openIncidents();
    List<Incident> all = open.isEmpty() || dice.hits(.3) ? new ArrayList<>(hire.incidents()) : open;
    String id = all.isEmpty() || dice.hits(.1) ? "inc_nowhere" : dice.oneOf(all).id();
    String named = dice.hits(.2) ? "apr_1" : null;
    return new Command.Resolve(id, dice.oneOf(List.of(Resolution.values())), named);
  }
}
