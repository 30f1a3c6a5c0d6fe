package dev.tenure.api.hires.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.tenure.api.digest.Digests;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.HireTerms;
import java.util.List;

/**
 * A plan in the shape of the request that leads to it, with every default written out: equal plans
 * have equal shapes, and a pointer into the shape is one into the body.
 */
public final class PlanShape {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .build();

  /** What deadlines take the place of. */
  static final List<String> WINDOWS = List.of("matchWithin", "deliverWithin", "reviewWithin");

  private PlanShape() {}

  static JsonNode of(HirePlan plan) {
    ObjectNode shape = budgeted(MAPPER.valueToTree(plan));
    ((ObjectNode) shape.at("/milestones/0")).putNull("fund");
    if (shape.get("openContract") instanceof ObjectNode block) {
      onOpenContract(shape, block);
    }
    return shape;
  }

  private static void onOpenContract(ObjectNode shape, ObjectNode block) {
    shape.remove(List.of("proposalId", "confirmNotFitOverride"));
    ObjectNode policies = (ObjectNode) shape.get("policies");
    policies.remove("onEditedTerms");
    policies.set("selfApproval", block.remove("selfApproval"));
    shape.get("milestones").forEach(PlanShape::withoutDefaultWindows);
  }

  private static void withoutDefaultWindows(JsonNode milestone) {
    if (milestone.get("openContract") instanceof ObjectNode terms && terms.has("deadlines")) {
      terms.remove(WINDOWS);
    }
  }

  /** Terms in the shape of the change that leads to them. */
  static ObjectNode of(HireTerms terms) {
    ObjectNode shape = budgeted(MAPPER.valueToTree(terms));
    if (shape.get("openContract") instanceof ObjectNode block) {
      block.remove("selfApproval");
    }
    return shape;
  }

  /** A milestone in the shape of the change that leads to it. */
  static ObjectNode of(MilestoneDocument milestone) {
    ObjectNode shape = MAPPER.valueToTree(milestone);
    shape.retain(List.of("name", "description", "amount", "dueDate", "openContract"));
    withoutDefaultWindows(shape);
    return shape;
  }

  private static ObjectNode budgeted(ObjectNode shape) {
    JsonNode cap = shape.remove("cap");
    shape.putObject("budget").set("cap", cap);
    return shape;
  }

  /** Stands for the meaning of a plan. */
  public static String digest(HirePlan plan) {
    return Digests.of(of(plan).toString());
  }
}
