package dev.tenure.lifecycle.simulation;

import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.hire.Incident;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedApproval;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedContract;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedMilestone;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.Resolution;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Those who answer incidents, with any of the answers that are offered. */
final class Operators {
  private final World world;
  private final Dice dice;
  private final Set<String> seen = new HashSet<>();
  private int answers;

  Operators(World world) {
    this.world = world;
    this.dice = world.draw().dice(6_300);
  }

  void look(HireDriver driver) {
    if (world.calm() || !world.draw().has(Feature.OPERATORS)) {
      return;
    }
    for (Incident open : driver.hire().incidents()) {
      if (open.open() && seen.add(open.id())) {
        world.tally().count("incident " + open.cause().wire());
        if (dice.hits(world.draw().rate(Feature.OPERATORS))) {
          long delay = dice.between(Draw.SECOND, 2 * Draw.DAY);
          world.agenda().after(delay, () -> answer(driver, open.id()));
        }
      }
    }
  }

  private void answer(HireDriver driver, String incidentId) {
    Incident incident = driver.hire().incident(incidentId).orElseThrow();
    if (world.calm() || !incident.open() || incident.actions().isEmpty()) {
      return;
    }
    Resolution resolution = dice.oneOf(incident.actions());
    if (resolution == Resolution.ABORT && dice.hits(.5)) {
      resolution = incident.actions().getFirst();
    }
    String named = resolution == Resolution.ADOPT ? named(driver, incident) : null;
    world.tally().struck(Feature.OPERATORS);
    world.tally().count("answer " + resolution.wire());
    driver.command(
        new CommandRequest(
            "op-" + ++answers,
            "operator",
            null,
            new Command.Resolve(incidentId, resolution, named)));
    Incident after = driver.hire().incident(incidentId).orElseThrow();
    if (after.open()
        || driver.hire().openIncidents().stream().anyMatch(i -> !seen.contains(i.id()))) {
      look(driver);
    }
  }

  /** Mostly one that fits; sometimes another one, or one that does not exist. */
  private @Nullable String named(HireDriver driver, Incident incident) {
    List<String> ids = new ArrayList<>();
    Step.Kind kind = incident.step().kind();
    if (kind == Step.Kind.CREATE) {
      for (SimulatedMilestone milestone : world.marketplace().milestones()) {
        ids.add(milestone.id());
      }
    } else if (kind == Step.Kind.CONTRACT) {
      for (SimulatedContract contract : world.marketplace().contracts()) {
        ids.add(contract.id());
      }
    } else {
      for (SimulatedApproval approval : world.marketplace().approvals()) {
        boolean fits =
            approval.kind() == incident.step().approval() && driver.checks().concerns(approval);
        if (fits || dice.hits(.2)) {
          ids.add(approval.id());
        }
      }
    }
    if (incident.cause() == IncidentCause.MILESTONE_IN_DOUBT && dice.hits(.3)) {
      return null;
    }
    return ids.isEmpty() || dice.hits(.1) ? "no_such_thing" : dice.oneOf(ids);
  }
}
