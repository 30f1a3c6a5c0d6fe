package dev.tenure.api.incidents;

import dev.tenure.api.links.ActionJson;
import dev.tenure.api.links.ItemLinks;
import dev.tenure.api.links.Paths;
import dev.tenure.journal.read.IncidentView;
import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.hire.AllowedAction;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.Resolution;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something for which the engine needs a person, or needed one.
 *
 * @param cause the stable name of what is the matter
 * @param detail what happened and what to do, in words
 * @param fixUrl where it can be mended, e.g. the marketplace's billing page
 * @param actions what may be answered now
 * @param resolution how it was answered; absent while it is open, or when it closed by itself
 * @param allowedActions how to answer
 */
@Serdeable
@Schema(name = "IncidentItem")
record IncidentItemJson(
    String id,
    String hireId,
    String account,
    @Nullable String proposalId,
    @Nullable String externalRef,
    @Schema(
            type = "string",
            allowableValues = {"open", "closed"})
        String status,
    @Schema(implementation = IncidentCause.class) String cause,
    String detail,
    @Nullable String milestone,
    @Schema(format = "uri") @Nullable String fixUrl,
    List<String> actions,
    Instant openedAt,
    @Nullable Instant closedAt,
    @Schema(implementation = Resolution.class) @Nullable String resolution,
    List<ActionJson> allowedActions,
    ItemLinks links) {

  static IncidentItemJson of(IncidentView view) {
    IncidentDocument incident = view.incident();
    List<Resolution> open = incident.open() ? incident.actions() : List.of();
    return new IncidentItemJson(
        incident.id(),
        view.hireId(),
        view.account(),
        view.proposalId(),
        view.externalRef(),
        incident.open() ? "open" : "closed",
        incident.cause().wire(),
        incident.detail(),
        incident.milestone(),
        incident.fixUrl(),
        open.stream().map(Resolution::wire).toList(),
        incident.openedAt(),
        incident.closedAt(),
        incident.resolution() == null ? null : incident.resolution().wire(),
        actions(view.hireId(), incident.id(), open),
        ItemLinks.of(Paths.incident(view.hireId(), incident.id()), view.hireId()));
  }

  private static List<ActionJson> actions(String hireId, String id, List<Resolution> open) {
    return open.isEmpty()
        ? List.of()
        : ActionJson.of(hireId, List.of(new AllowedAction(ActionKind.RESOLVE, id, open)));
  }
}
