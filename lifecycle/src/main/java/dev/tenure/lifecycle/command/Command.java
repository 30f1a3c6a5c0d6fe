package dev.tenure.lifecycle.command;

import dev.tenure.model.hire.Resolution;
import dev.tenure.model.plan.HireTerms;
import dev.tenure.model.plan.MilestonePlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be commanded of a hire. */
public sealed interface Command {

  /** What was commanded, short and without personal data, e.g. {@code release m2}. */
  String words();

  /** Asks for the release of a funded milestone, delivered or not. */
  record Release(String milestone) implements Command {
    @Override
    public String words() {
      return "release " + milestone;
    }
  }

  /** Asks for the funding of a milestone that is planned on request. */
  record Fund(String milestone) implements Command {
    @Override
    public String words() {
      return "fund " + milestone;
    }
  }

  /** Adds a milestone to the plan. */
  record AddMilestone(MilestonePlan milestone) implements Command {
    @Override
    public String words() {
      return "add " + milestone.key();
    }
  }

  /** Asks for the dispute of a delivery that is under review, on OpenContract. */
  record Dispute(String milestone) implements Command {
    @Override
    public String words() {
      return "dispute " + milestone;
    }
  }

  /**
   * Decides an approval that is the engine's own, on OpenContract.
   *
   * @param confirm a yes, or a no
   * @param termsDigest of the terms that the person saw; refused unless it is the approval's
   * @param reason in their words
   */
  record DecideApproval(
      String approvalId, boolean confirm, String termsDigest, @Nullable String reason)
      implements Command {
    @Override
    public String words() {
      return (confirm ? "confirm " : "decline ") + approvalId;
    }
  }

  /** Gives up a milestone while no approval of its funding may be open. */
  record Drop(String milestone) implements Command {
    @Override
    public String words() {
      return "drop " + milestone;
    }
  }

  /** Asks nothing new of people for now. */
  record Pause() implements Command {
    @Override
    public String words() {
      return "pause";
    }
  }

  /** Goes on after a pause. */
  record Resume() implements Command {
    @Override
    public String words() {
      return "resume";
    }
  }

  /** Gives the hire up before a contract exists. */
  record Cancel() implements Command {
    @Override
    public String words() {
      return "cancel";
    }
  }

  /** Ends the contract, whatever its milestones are doing. */
  record End() implements Command {
    @Override
    public String words() {
      return "end";
    }
  }

  /**
   * Changes what the requester decides.
   *
   * @param terms the whole terms as they shall be from now on
   * @param milestones other terms for milestones by their keys: the first until the contract exists
   *     (a pending approval of the hire is superseded on purpose), a later one until it is created
   */
  record Change(HireTerms terms, List<MilestonePlan> milestones) implements Command {
    public Change {
      milestones = List.copyOf(milestones);
    }

    @Override
    public String words() {
      return "change";
    }
  }

  /**
   * Answers an open incident.
   *
   * @param marketplaceId with {@code adopt} only: the marketplace's id of what is ours
   */
  record Resolve(String incidentId, Resolution resolution, @Nullable String marketplaceId)
      implements Command {
    public Resolve(String incidentId, Resolution resolution) {
      this(incidentId, resolution, null);
    }

    @Override
    public String words() {
      return "resolve " + incidentId;
    }
  }
}
