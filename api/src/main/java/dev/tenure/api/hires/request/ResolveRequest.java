package dev.tenure.api.hires.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenure.api.body.Body;
import dev.tenure.api.body.Violations;
import dev.tenure.api.problem.FieldError;
import dev.tenure.api.problem.Pointer;
import dev.tenure.api.problem.Problems;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.Resolution;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an incident, as sent.
 *
 * @param action retry tries the same step again now; adopt takes what stands on the marketplace as
 *     ours; skip goes on without the step; abort gives the hire up
 * @param marketplaceId with adopt only: the marketplace's id of what is ours. Needed, but for a
 *     milestone in doubt where exactly one can be meant
 */
@Schema(name = "ResolveRequest", additionalProperties = AdditionalPropertiesValue.FALSE)
public record ResolveRequest(
    @Schema(requiredMode = RequiredMode.REQUIRED, nullable = false) @Nullable Resolution action,
    @Schema(maxLength = 200) @Nullable String marketplaceId) {

  /**
   * Reads an answer.
   *
   * @throws dev.tenure.api.problem.ProblemException with every violation at once
   */
  public static ResolveRequest of(Body<ResolveRequest> body) {
    ResolveRequest read = body.value();
    Violations violations = body.violations();
    Pointer id = Pointer.ROOT.to("marketplaceId");
    if (read.marketplaceId != null
        && !violations.at(Pointer.ROOT.to("action"))
        && read.action != Resolution.ADOPT) {
      violations.add(
          id, "only_with_adopt", "marketplaceId goes with the action adopt only; leave it out.");
    }
    violations.throwIfAny();
    return read;
  }

  /**
   * A milestone that may have been created is found by itself, if there is but one that it can be;
   * everything else that is to be adopted must be named.
   *
   * @throws dev.tenure.api.problem.ProblemException when the incident offers adopt, and no id came
   */
  public void requireId(IncidentDocument incident) {
    if (resolution() == Resolution.ADOPT
        && incident.cause() != IncidentCause.MILESTONE_IN_DOUBT
        && incident.actions().contains(Resolution.ADOPT)
        && adopted() == null) {
      throw Problems.invalid(
          List.of(
              new FieldError(
                  "/marketplaceId",
                  "required",
                  "marketplaceId is required: what on the marketplace is to be adopted?")));
    }
  }

  /** What on the marketplace is ours, if it is named. */
  public @Nullable String adopted() {
    return marketplaceId == null || marketplaceId.isBlank() ? null : marketplaceId.strip();
  }

  public Resolution resolution() {
    return Objects.requireNonNull(action);
  }

  /** What tells this answer from another one to the same incident. */
  public JsonNode json() {
    return json(resolution(), adopted());
  }

  /** The body that says so. */
  public static JsonNode json(Resolution resolution, @Nullable String marketplaceId) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("action", resolution.wire())
        .put("marketplaceId", marketplaceId);
  }
}
