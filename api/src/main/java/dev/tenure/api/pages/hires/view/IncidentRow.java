package dev.tenure.api.pages.hires.view;

import dev.tenure.api.pages.shared.Glossary;
import dev.tenure.api.pages.shared.Links;
import dev.tenure.journal.read.IncidentView;
import dev.tenure.model.hire.ActionKind;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.Resolution;
import io.micronaut.core.util.StringUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An open incident, in words for people. At most one of its links and answers is the main one: what
 * helps most where this is the cause.
 *
 * @param milestone that it is about, with its amount; empty where the hire's own page shows it
 */
public record IncidentRow(
    String hireId, String hireTitle, String milestone, IncidentDocument incident) {

  /** A link, on this front or to the marketplace. */
  public record Link(String words, String url, boolean outside, boolean main) {}

  /** An answer. */
  public record Answer(ActionButton button, boolean main) {}

  public static IncidentRow of(IncidentView view) {
    MilestoneDocument about = view.milestone();
    String milestone =
        about == null
            ? ""
            : Stream.of(about.key(), about.name(), Glossary.money(about.amount()))
                .filter(StringUtils::hasText)
                .collect(Collectors.joining(" · "));
    return new IncidentRow(view.hireId(), Glossary.title(view), milestone, view.incident());
  }

  /** What is wrong, in one sentence. */
  public String lead() {
    return IncidentText.of(incident).lead();
  }

  /** The answers possible, what helps most before the others. */
  public List<Answer> answers() {
    Resolution first = first();
    return incident.actions().stream()
        .sorted((one, other) -> Boolean.compare(other == first, one == first))
        .map(
            choice ->
                new Answer(
                    ActionButton.of(
                        hireId, new PageAction(ActionKind.RESOLVE, incident.id(), choice)),
                    choice == first))
        .toList();
  }

  /** The answer that helps most; nothing where something has to be fixed elsewhere first. */
  private @Nullable Resolution first() {
    IncidentText text = IncidentText.of(incident);
    boolean fixedElsewhere = text.fixedElsewhere() && Links.out(incident.fixUrl()) != null;
    Resolution best = fixedElsewhere ? null : text.best();
    if (best == null || incident.actions().isEmpty()) {
      return null;
    }
    return incident.actions().contains(best) ? best : incident.actions().getFirst();
  }

  /** Where something can be looked at or fixed. */
  public List<Link> links() {
    List<Link> links = new ArrayList<>();
    if (IncidentText.of(incident).changed()) {
      boolean budget = incident.cause() == IncidentCause.BUDGET_EXCEEDED;
      String words = budget ? "Change the budget" : "Change the terms";
      links.add(new Link(words, Links.hire(hireId) + "/change", false, budget));
    }
    String out = Links.out(incident.fixUrl());
    if (out != null) {
      boolean main = first() == null && links.isEmpty();
      links.add(new Link(IncidentText.of(incident).fix(), out, true, main));
    }
    return List.copyOf(links);
  }
}
