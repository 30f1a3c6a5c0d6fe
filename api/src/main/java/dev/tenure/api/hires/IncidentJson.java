package dev.tenure.api.hires;

import dev.tenure.model.IncidentDocument;
import dev.tenure.model.Resolution;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something for which the engine needs a person. */
@Serdeable
@Schema(name = "Incident")
public record IncidentJson(
    String id,
    @Schema(
            type = "string",
            allowableValues = {
              "account_claim_required",
              "payment_method_required",
              "not_fit_confirmation_required",
              "contract_rate_missing",
              "token_rejected",
              "scope_missing",
              "feature_disabled",
              "request_rejected",
              "not_found",
              "rate_limited",
              "marketplace_unreachable",
              "milestone_in_doubt",
              "approval_declined",
              "approval_expired",
              "approval_superseded",
              "approval_lost",
              "approval_status_unknown",
              "terms_edited",
              "budget_exceeded",
              "milestone_gone",
              "workflow_gone",
              "start_refused",
              "account_unserved",
              "record_refused",
              "record_lost",
              "contract_after_close",
              "unexpected"
            })
        String cause,
    String detail,
    @Nullable String milestone,
    @Schema(format = "uri") @Nullable String fixUrl,
    List<String> actions,
    Instant openedAt) {

  static IncidentJson of(IncidentDocument incident) {
    return new IncidentJson(
        incident.id(),
        incident.cause().wire(),
        incident.detail(),
        incident.milestone(),
        incident.fixUrl(),
        incident.actions().stream().map(Resolution::wire).toList(),
        incident.openedAt());
  }
}
