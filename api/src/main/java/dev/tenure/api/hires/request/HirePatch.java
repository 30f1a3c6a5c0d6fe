package dev.tenure.api.hires.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.api.hires.request.ChangeRequest.MilestoneTermsRequest;
import dev.tenure.api.problem.Pointer;
import dev.tenure.journal.read.HireView;
import dev.tenure.model.HireTerms;
import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.MilestonePlan;
import dev.tenure.workflows.hire.ChangeCommand;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A patch as it was sent, to be merged into a hire, or one of its milestones, as it stands. */
public final class HirePatch {

  private final JsonNode patch;
  private final @Nullable String milestone;

  private HirePatch(JsonNode patch, @Nullable String milestone) {
    this.patch = patch;
    this.milestone = milestone;
  }

  /**
   * Reads a change of a hire.
   *
   * @throws dev.tenure.api.problem.ProblemException when it cannot be read
   */
  public static HirePatch read(byte @Nullable [] body) {
    return new HirePatch(BodyReader.tree(body, ChangeRequest.class), null);
  }

  /**
   * Reads a change of one of its milestones.
   *
   * @throws dev.tenure.api.problem.ProblemException when it cannot be read
   */
  public static HirePatch ofMilestone(String key, byte @Nullable [] body) {
    return new HirePatch(BodyReader.tree(body, MilestoneTermsRequest.class), key);
  }

  /** The key of the milestone that it is about; empty where it is about the hire. */
  public String target() {
    return milestone == null ? "" : milestone;
  }

  /** As it was sent. */
  public JsonNode patch() {
    return patch;
  }

  /**
   * The whole terms as they shall be.
   *
   * @throws dev.tenure.api.problem.ProblemException with every violation at once
   */
  public ChangeCommand in(HireView hire) {
    if (milestone != null) {
      return in(hire, MilestoneLookup.find(hire, milestone));
    }
    MilestoneDocument first = hire.milestones().getFirst();
    JsonNode merged = MergePatch.apply(current(hire, first), patch);
    ChangeRequest asked = BodyReader.bind(merged, ChangeRequest.class);
    var violations = new Violations();
    MilestonePlan other = first(violations, first, asked.firstMilestone());
    HireTerms terms = terms(violations, asked);
    violations.throwIfAny();
    return new ChangeCommand(
        hire.document().version(), terms, other == null ? List.of() : List.of(other));
  }

  private ChangeCommand in(HireView hire, MilestoneDocument there) {
    JsonNode merged = MergePatch.apply(PlanShape.of(there), patch);
    MilestoneTermsRequest asked = BodyReader.bind(merged, MilestoneTermsRequest.class);
    var violations = new Violations();
    boolean first = there.key().equals(hire.milestones().getFirst().key());
    MilestonePlan other = other(violations, Pointer.ROOT, there, asked, first);
    violations.throwIfAny();
    return new ChangeCommand(
        hire.document().version(), hire.row().terms(), other == null ? List.of() : List.of(other));
  }

  /** Whether the hire stands so already. */
  public static boolean nothing(HireView hire, ChangeCommand command) {
    return command.milestones().isEmpty() && command.terms().equals(hire.row().terms());
  }

  private JsonNode current(HireView hire, MilestoneDocument first) {
    ObjectNode current = PlanShape.of(hire.row().terms());
    if (patch.has("firstMilestone")) {
      current.set("firstMilestone", PlanShape.of(first));
    }
    return current;
  }

  /** Whether a cap is still high enough only the workflow can say: it knows what is asked for. */
  private static HireTerms terms(Violations violations, ChangeRequest asked) {
    var reader = new TermsReader(violations);
    return new HireTerms(
        reader.externalRef(asked.externalRef()),
        reader.labels(asked.labels()),
        new BudgetReader(violations).cap(asked.budget()),
        reader.policies(asked.policies()));
  }

  private @Nullable MilestonePlan first(
      Violations violations, MilestoneDocument first, @Nullable MilestoneTermsRequest asked) {
    if (!patch.has("firstMilestone")) {
      return null;
    }
    Pointer at = Pointer.ROOT.to("firstMilestone");
    if (asked == null) {
      violations.add(at, "required", "The first milestone cannot be removed; cancel the hire.");
      return null;
    }
    return other(violations, at, first, asked, true);
  }

  /** Other terms than there are; null where they are the same. */
  private static @Nullable MilestonePlan other(
      Violations violations,
      Pointer at,
      MilestoneDocument there,
      MilestoneTermsRequest asked,
      boolean first) {
    MilestonePlan read =
        new MilestoneReader(violations)
            .read(at, there.key(), asked.asMilestone(), first, there.fund());
    return same(there, read)
        ? null
        : new MilestonePlan(
            read.key(),
            read.name(),
            read.description(),
            read.amount(),
            read.dueDate(),
            there.fund(),
            there.release(),
            there.volume());
  }

  private static boolean same(MilestoneDocument there, MilestonePlan asked) {
    return Objects.equals(there.name(), asked.name())
        && Objects.equals(there.description(), asked.description())
        && there.amount().equals(asked.amount())
        && Objects.equals(there.dueDate(), asked.dueDate());
  }
}
