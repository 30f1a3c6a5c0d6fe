package dev.tenure.api.web;

import dev.tenure.model.ActionKind;
import dev.tenure.model.IncidentDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open incident, ready to print.
 *
 * @param fixUrl where it can be mended
 * @param offers the answers possible
 */
public record IncidentLine(
    String id,
    String cause,
    String detail,
    @Nullable String milestone,
    @Nullable String fixUrl,
    When opened,
    String hirePath,
    String hireTitle,
    List<Offer> offers) {

  static IncidentLine of(
      String hireId, String hireTitle, IncidentDocument incident, Moments moments) {
    return new IncidentLine(
        incident.id(),
        Words.cause(incident.cause()),
        incident.detail(),
        incident.milestone(),
        Links.out(incident.fixUrl()),
        moments.when(incident.openedAt()),
        Links.hire(hireId),
        hireTitle,
        incident.actions().stream()
            .map(choice -> new Deed(ActionKind.RESOLVE, incident.id(), choice))
            .map(deed -> Offer.of(hireId, deed))
            .toList());
  }
}
