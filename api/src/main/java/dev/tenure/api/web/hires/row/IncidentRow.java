package dev.tenure.api.web.hires.row;

import dev.tenure.api.web.hires.action.ActionButton;
import dev.tenure.api.web.hires.action.PageAction;
import dev.tenure.api.web.page.Links;
import dev.tenure.api.web.page.Moment;
import dev.tenure.api.web.page.RelativeTimes;
import dev.tenure.api.web.page.Titles;
import dev.tenure.journal.read.IncidentView;
import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.Resolution;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open incident, ready to print. At most one of {@code links} and {@code buttons} is the main
 * one: what helps most where this is the cause.
 *
 * @param lead what is wrong, in one sentence
 * @param links where something can be looked at or fixed
 * @param buttons the answers possible
 */
public record IncidentRow(
    String key,
    String lead,
    String detail,
    @Nullable String milestone,
    Moment opened,
    String hirePath,
    String hireTitle,
    List<Link> links,
    List<Button> buttons) {

  /** A link, on this front or to the marketplace. */
  public record Link(String words, String url, boolean outside, boolean main) {}

  /** An answer. */
  public record Button(ActionButton action, boolean main) {}

  public static IncidentRow of(IncidentView view, RelativeTimes times) {
    return of(view.hireId(), Titles.hire(view), view.incident(), times);
  }

  public static IncidentRow of(
      String hireId, String hireTitle, IncidentDocument incident, RelativeTimes times) {
    IncidentText text = IncidentText.of(incident);
    Resolution first = first(incident, text);
    List<Link> links = links(hireId, incident, text, first);
    List<Button> buttons = new ArrayList<>();
    incident.actions().stream()
        .sorted((one, other) -> Boolean.compare(other == first, one == first))
        .forEach(
            choice ->
                buttons.add(
                    new Button(
                        ActionButton.of(
                            hireId, new PageAction(ActionKind.RESOLVE, incident.id(), choice)),
                        choice == first)));
    return new IncidentRow(
        hireId + "-" + incident.id(),
        text.lead(),
        incident.detail(),
        incident.milestone(),
        times.when(incident.openedAt()),
        Links.hire(hireId),
        hireTitle,
        links,
        List.copyOf(buttons));
  }

  /** The answer that helps most; nothing where something has to be fixed elsewhere first. */
  private static @Nullable Resolution first(IncidentDocument incident, IncidentText text) {
    boolean fixedElsewhere = text.fixedElsewhere() && Links.out(incident.fixUrl()) != null;
    Resolution best = fixedElsewhere ? null : text.best();
    if (best == null || incident.actions().isEmpty()) {
      return null;
    }
    return incident.actions().contains(best) ? best : incident.actions().getFirst();
  }

  private static List<Link> links(
      String hireId, IncidentDocument incident, IncidentText text, @Nullable Resolution first) {
    List<Link> links = new ArrayList<>();
    if (incident.cause() == IncidentCause.BUDGET_EXCEEDED) {
      links.add(new Link("Change the budget", Links.hire(hireId) + "/change", false, true));
    }
    String out = Links.out(incident.fixUrl());
    if (out != null) {
      boolean main = first == null && links.isEmpty();
      links.add(new Link(text.fix(), out, true, main));
    }
    return List.copyOf(links);
  }
}
