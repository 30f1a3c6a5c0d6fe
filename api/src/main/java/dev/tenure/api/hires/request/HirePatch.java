package dev.tenure.api.hires.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.api.body.Body;
import dev.tenure.api.body.RequestBodies;
import dev.tenure.api.body.Violations;
import dev.tenure.api.hires.request.ChangeRequest.MilestoneTermsRequest;
import dev.tenure.api.problem.Pointer;
import dev.tenure.api.problem.Problems;
import dev.tenure.journal.read.HireView;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.plan.HireTerms;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.workflows.hire.ChangeCommand;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A patch as it was sent, to be merged into a hire, or one of its milestones, as it stands. What it
 * lacks may come from there, so that the rules hold for what comes of it.
 */
public final class HirePatch {

  private final RequestBodies bodies;
  private final JsonNode patch;
  private final Violations sent;
  private final @Nullable String milestone;

  private HirePatch(RequestBodies bodies, Body<?> body, @Nullable String milestone) {
    this.bodies = bodies;
    this.patch = body.sent();
    this.sent = body.violations();
    this.milestone = milestone;
  }

  /**
   * Reads a change of a hire.
   *
   * @throws dev.tenure.api.problem.ProblemException when it cannot be read
   */
  public static HirePatch read(RequestBodies bodies, byte @Nullable [] body) {
    return new HirePatch(bodies, bodies.read(body, ChangeRequest.class), null);
  }

  /**
   * Reads a change of one of its milestones.
   *
   * @throws dev.tenure.api.problem.ProblemException when it cannot be read
   */
  public static HirePatch ofMilestone(RequestBodies bodies, String key, byte @Nullable [] body) {
    return new HirePatch(bodies, bodies.read(body, MilestoneTermsRequest.class), key);
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
   * @param addresses of the accounts
   * @throws dev.tenure.api.problem.ProblemException with every violation at once
   */
  public ChangeCommand in(HireView hire, AccountAddresses addresses) {
    if (milestone != null) {
      return in(
          hire,
          hire.milestone(milestone).orElseThrow(() -> Problems.noMilestone(hire.id(), milestone)),
          addresses);
    }
    MilestoneDocument first = hire.milestones().getFirst();
    Body<ChangeRequest> asked = bound(current(hire, first), ChangeRequest.class);
    Violations violations = asked.violations();
    MarketplaceRules rules =
        patch.has("openContract")
            ? MarketplaceRules.ofChange(violations, hire.row(), addresses)
            : MarketplaceRules.of(violations, hire.row(), addresses);
    MilestonePlan other = first(violations, rules, first, asked.value().firstMilestone());
    HireTerms terms = terms(violations, rules, hire, other, asked.value());
    violations.throwIfAny();
    return new ChangeCommand(
        hire.document().version(), terms, other == null ? List.of() : List.of(other));
  }

  private ChangeCommand in(HireView hire, MilestoneDocument there, AccountAddresses addresses) {
    Body<MilestoneTermsRequest> asked = bound(base(there, patch), MilestoneTermsRequest.class);
    Violations violations = asked.violations();
    boolean first = there.key().equals(hire.milestones().getFirst().key());
    MarketplaceRules rules = MarketplaceRules.of(violations, hire.row(), addresses);
    MilestonePlan other = other(violations, rules, Pointer.ROOT, there, asked.value(), first);
    violations.throwIfAny();
    return new ChangeCommand(
        hire.document().version(), hire.row().terms(), other == null ? List.of() : List.of(other));
  }

  /**
   * What is merged has no nulls any more: a field that there is not may have been sent with one.
   */
  private <T> Body<T> bound(JsonNode current, Class<T> type) {
    Body<T> asked = bodies.bind(merged(current, patch), type);
    asked.violations().addUnknownFields(sent);
    return asked;
  }

  /** Whether the hire stands so already. */
  public static boolean nothing(HireView hire, ChangeCommand command) {
    return command.milestones().isEmpty() && command.terms().equals(hire.row().terms());
  }

  private JsonNode current(HireView hire, MilestoneDocument first) {
    ObjectNode current = PlanShape.of(hire.row().terms());
    if (patch.has("firstMilestone")) {
      current.set("firstMilestone", base(first, patch.get("firstMilestone")));
    }
    return current;
  }

  /** Deadlines and windows take each other's place: only one of them is merged into. */
  private static ObjectNode base(MilestoneDocument there, JsonNode patch) {
    ObjectNode base = PlanShape.of(there);
    JsonNode asked = patch.path("openContract");
    if (base.get("openContract") instanceof ObjectNode block) {
      if (asked.hasNonNull("deadlines")) {
        block.remove(PlanShape.WINDOWS);
      } else if (PlanShape.WINDOWS.stream().anyMatch(asked::hasNonNull)) {
        block.remove("deadlines");
      }
    }
    return base;
  }

  /** Whether a cap is still high enough only the workflow can say: it knows what is asked for. */
  private HireTerms terms(
      Violations violations,
      MarketplaceRules rules,
      HireView hire,
      @Nullable MilestonePlan first,
      ChangeRequest asked) {
    rules.checkChange(patch);
    var reader = new TermsReader(violations, rules);
    return new HireTerms(
        MilestoneReader.unlessBlank(asked.externalRef()),
        reader.labels(asked.labels()),
        reader.cap(asked.budget()),
        TermsReader.policies(asked.policies()),
        patch.has("openContract")
            ? rules.changed(hire.row().terms(), asked.openContract(), ahead(hire, first))
            : hire.row().terms().openContract());
  }

  /** The milestones that are still to be created, the first one as it is changed. */
  private static List<MilestonePlan> ahead(HireView hire, @Nullable MilestonePlan first) {
    return hire.milestones().stream()
        .filter(milestone -> milestone.workingContract() == null)
        .map(MilestoneDocument::terms)
        .map(terms -> first != null && first.key().equals(terms.key()) ? first : terms)
        .toList();
  }

  private @Nullable MilestonePlan first(
      Violations violations,
      MarketplaceRules rules,
      MilestoneDocument first,
      @Nullable MilestoneTermsRequest asked) {
    if (!patch.has("firstMilestone")) {
      return null;
    }
    Pointer at = Pointer.ROOT.to("firstMilestone");
    if (asked == null) {
      violations.add(at, "required", "The first milestone cannot be removed; cancel the hire.");
      return null;
    }
    return other(violations, rules, at, first, asked, true);
  }

  /** Other terms than there are; null where they are the same. */
  private static @Nullable MilestonePlan other(
      Violations violations,
      MarketplaceRules rules,
      Pointer at,
      MilestoneDocument there,
      MilestoneTermsRequest asked,
      boolean first) {
    if (asked.amount() == null) {
      violations.add(at.to("amount"), "required", "amount is required.");
    }
    MilestonePlan read =
        new MilestoneReader(violations, rules)
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
            there.volume(),
            read.openContract());
  }

  private static boolean same(MilestoneDocument there, MilestonePlan asked) {
    return Objects.equals(there.name(), asked.name())
        && Objects.equals(there.description(), asked.description())
        && there.amount().equals(asked.amount())
        && Objects.equals(there.dueDate(), asked.dueDate())
        && Objects.equals(there.openContract(), asked.openContract());
  }

  /** JSON merge patch (RFC 7386): objects are merged, null removes, all else replaces. */
  private static JsonNode merged(@Nullable JsonNode target, JsonNode patch) {
    if (!patch.isObject()) {
      return patch;
    }
    ObjectNode merged =
        target instanceof ObjectNode object
            ? object.deepCopy()
            : JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> field : patch.properties()) {
      if (field.getValue().isNull()) {
        merged.remove(field.getKey());
      } else {
        merged.set(field.getKey(), merged(merged.get(field.getKey()), field.getValue()));
      }
    }
    return merged;
  }
}
