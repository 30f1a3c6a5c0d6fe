package dev.tenure.api.hires.json;

import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.Resolution;
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
    @Schema(implementation = IncidentCause.class) String cause,
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
