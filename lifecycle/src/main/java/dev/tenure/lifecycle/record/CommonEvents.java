package dev.tenure.lifecycle.record;

import dev.tenure.lifecycle.hire.CommandRecord;
import dev.tenure.lifecycle.hire.HireState;
import dev.tenure.lifecycle.hire.Incident;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.MilestonePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The events that are the same on every marketplace: of commands and of incidents. */
public final class CommonEvents {
  private final HireState<?> hire;
  private final int commandsTold;
  private final HirePlan planTold;
  private final HireSnapshot before;
  private List<EventDraft> events = new ArrayList<>();

  /**
   * Of a hire since something was told of it.
   *
   * @param commandsTold how many commands were carried out by then
   * @param planTold the plan as it was then
   */
  public CommonEvents(HireState<?> hire, int commandsTold, HirePlan planTold, HireSnapshot before) {
    this.hire = hire;
    this.commandsTold = commandsTold;
    this.planTold = planTold;
    this.before = before;
  }

  private List<EventDraft> taken() {
    List<EventDraft> taken = events;
    events = new ArrayList<>();
    return taken;
  }

  /** What was commanded. */
  public List<EventDraft> commands() {
    newCommands().forEach(this::command);
    return taken();
  }

  private Stream<CommandRecord> newCommands() {
    return hire.commands().values().stream().skip(commandsTold);
  }

  /** Who commanded something, as event data; empty where nobody did, or nobody knows who. */
  public Map<String, String> actorOf(String words) {
    Map<String, String> data = new TreeMap<>();
    newCommands()
        .filter(command -> command.words().equals(words) && command.actor() != null)
        .forEach(command -> data.put("actor", String.valueOf(command.actor())));
    return data;
  }

  private void command(CommandRecord command) {
    Map<String, String> data = actorOf(command.words());
    String[] words = command.words().split(" ", 2);
    String key = words.length == 2 ? words[1] : "";
    switch (words[0]) {
      case "release" ->
          milestone(
              "milestone.release_commanded",
              "The release of milestone %s was commanded.".formatted(key),
              key,
              data);
      case "fund" ->
          milestone(
              "milestone.fund_commanded",
              "The funding of milestone %s was commanded.".formatted(key),
              key,
              data);
      case "dispute" ->
          milestone(
              "milestone.dispute_commanded",
              "The dispute of milestone %s was commanded.".formatted(key),
              key,
              data);
      case "add" -> {
        MilestonePlan added = hire.plan().milestone(key);
        milestone(
            "milestone.added",
            "Milestone %s of %s was added.".formatted(title(key, added.name()), added.amount()),
            key,
            data);
      }
      case "pause" ->
          add("hire.paused", "The hire is paused: nothing new is asked of people.", data);
      case "resume" -> add("hire.resumed", "The hire goes on.", data);
      case "cancel" -> add("hire.cancel_commanded", "The hire was cancelled by command.", data);
      case "end" -> add("hire.end_commanded", "The end of the contract was commanded.", data);
      case "change" -> changed(data);
      default -> {}
    }
  }

  /** Labels and references are the requester's own words: they stay out of the events. */
  private void changed(Map<String, String> data) {
    List<String> changes = new ArrayList<>();
    if (!Objects.equals(planTold.cap(), hire.plan().cap())) {
      changes.add(
          "the budget from %s to %s".formatted(cap(planTold.cap()), cap(hire.plan().cap())));
    }
    if (!planTold.policies().equals(hire.plan().policies())) {
      changes.add("the policies");
    }
    if (!planTold.labels().equals(hire.plan().labels())) {
      changes.add("the labels");
    }
    if (!Objects.equals(planTold.externalRef(), hire.plan().externalRef())) {
      changes.add("the reference");
    }
    if (!planTold.first().equals(hire.plan().first())) {
      changes.add(
          "the first milestone, now %s; an approval that waits for the old terms is replaced"
              .formatted(hire.plan().first().amount()));
    }
    hire.plan().milestones().stream()
        .skip(1)
        .filter(
            terms ->
                planTold.milestones().stream()
                    .anyMatch(old -> old.key().equals(terms.key()) && !old.equals(terms)))
        .forEach(
            terms -> changes.add("milestone %s, now %s".formatted(terms.key(), terms.amount())));
    if (!changes.isEmpty()) {
      add("hire.changed", "Changed: " + String.join(", ", changes) + ".", data);
    }
  }

  private static String cap(@Nullable Object cap) {
    return cap == null ? "none" : cap.toString();
  }

  /** What has begun to need a person, and what does no longer. */
  public List<EventDraft> incidents() {
    for (Incident incident : hire.incidents()) {
      Object known = before.documents().get(DocumentKeys.ofIncident(incident.id()));
      Map<String, String> data = actorOf("resolve " + incident.id());
      data.put("incidentId", incident.id());
      data.put("cause", incident.cause().wire());
      if (known == null) {
        incident("incident.opened", "A person is needed: " + incident.detail(), incident, data);
      }
      if (!incident.open() && (!(known instanceof IncidentDocument document) || document.open())) {
        incident(
            "incident.closed",
            "Incident %s closed: %s.".formatted(incident.cause().wire(), incident.closedBecause()),
            incident,
            data);
      }
    }
    return taken();
  }

  private void incident(String type, String words, Incident incident, Map<String, String> data) {
    events.add(new EventDraft(type, words, incident.step().milestone(), null, data));
  }

  private void milestone(String type, String words, String key, Map<String, String> data) {
    events.add(new EventDraft(type, words, key, null, data));
  }

  private void add(String type, String words, Map<String, String> data) {
    events.add(new EventDraft(type, words, null, null, data));
  }

  /** Name where there is one, beside the key. */
  public static String title(String key, @Nullable String name) {
    return name == null || name.isBlank() ? key : key + " (" + name + ")";
  }

  /** The words as the beginning of a sentence. */
  public static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
