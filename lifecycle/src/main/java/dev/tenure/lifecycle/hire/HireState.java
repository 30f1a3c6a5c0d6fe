package dev.tenure.lifecycle.hire;

import dev.tenure.lifecycle.call.RemoteCall;
import dev.tenure.lifecycle.call.RunningCall;
import dev.tenure.lifecycle.call.Step;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.HireTerms;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.ReleaseRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a hire on any marketplace: its plan, the calls under way and what they have met,
 * commands, incidents, and how much of it was told. Its JSON is a persistent format: fields are
 * only ever added, and an absent one has its default.
 *
 * @param <C> the calls to the marketplace
 */
public abstract class HireState<C extends RemoteCall<C>> {

  /** The rules of today. A run reads once by which rules it goes; see {@link #goByRules}. */
  public static final int CURRENT_RULES = 1;

  private final String id;
  private final int generation;
  private final Instant createdAt;
  private int rules = CURRENT_RULES;
  private boolean swept;
  private HirePlan plan;
  private boolean planChanged;

  /** Calls under way, by subject. */
  final Map<String, RunningCall<C>> running = new LinkedHashMap<>();

  /** What calls have met, by subject. */
  final Map<String, Obstruction> obstructions = new LinkedHashMap<>();

  private boolean paused;
  private boolean endCommanded;

  /** An operator said to close the hire and to leave on the marketplace what stands there. */
  private boolean abandoned;

  /** What operators accepted, as {@code cause milestone}. */
  final LinkedHashSet<String> accepted = new LinkedHashSet<>();

  /** The latest commands carried out, by idempotency key. */
  final Map<String, CommandRecord> commands = new LinkedHashMap<>();

  final Map<String, Incident> incidents = new LinkedHashMap<>();
  int incidentsOpened;
  @Nullable HireStatus closed;
  @Nullable Instant closedAt;

  /** Counts observations and commands: it orders looks, and nothing else. */
  long tick;

  final Recorded recorded = new Recorded();

  protected HireState(String id, int generation, Instant createdAt, HirePlan plan) {
    this.id = id;
    this.generation = generation;
    this.createdAt = createdAt;
    this.plan = plan;
  }

  /** Says by which rules the hire goes; call it once at the start of a run. */
  public void goByRules(int version) {
    rules = version;
  }

  /** Says that the account's sweep tells the hire of every change on the marketplace. */
  public void sweptByAccount() {
    swept = true;
  }

  /** Whether the account's sweep tells of every change on the marketplace. */
  public boolean swept() {
    return swept;
  }

  public String id() {
    return id;
  }

  /** The part of the id that is the hire's alone, without what every hire's begins with. */
  public String idSuffix() {
    return id.substring(id.indexOf('_') + 1);
  }

  public int generation() {
    return generation;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public int rules() {
    return rules;
  }

  /** The plan as it holds now, with every change since the request. */
  public HirePlan plan() {
    return plan;
  }

  public boolean planChanged() {
    return planChanged;
  }

  public Map<String, RunningCall<C>> running() {
    return Collections.unmodifiableMap(running);
  }

  public boolean runs(String subject) {
    return running.containsKey(subject);
  }

  public @Nullable Obstruction obstruction(String subject) {
    return obstructions.get(subject);
  }

  public boolean paused() {
    return paused;
  }

  public boolean endCommanded() {
    return endCommanded;
  }

  public boolean abandoned() {
    return abandoned;
  }

  public boolean accepted(IncidentCause cause, String milestone) {
    return accepted.contains(cause.wire() + " " + milestone);
  }

  public Map<String, CommandRecord> commands() {
    return Collections.unmodifiableMap(commands);
  }

  public Collection<Incident> incidents() {
    return Collections.unmodifiableCollection(incidents.values());
  }

  public Optional<Incident> incident(String incidentId) {
    return Optional.ofNullable(incidents.get(incidentId));
  }

  public List<Incident> openIncidents() {
    return incidents.values().stream().filter(Incident::open).toList();
  }

  public @Nullable HireStatus closed() {
    return closed;
  }

  public @Nullable Instant closedAt() {
    return closedAt;
  }

  public long tick() {
    return tick;
  }

  public Recorded recorded() {
    return recorded;
  }

  /** Holds back what is to be begun, or lets it go on. */
  public void pause(boolean held) {
    paused = held;
  }

  /** The end is commanded. A pause never holds it back, so it is over with it. */
  public void end() {
    paused = false;
    endCommanded = true;
  }

  /** Leaves on the marketplace what stands there. */
  public void abandon() {
    abandoned = true;
  }

  /** Takes back that the hire is closed: something of it turned up. */
  public void reopen() {
    closed = null;
    closedAt = null;
  }

  /** Where the hire stands. */
  public abstract HireStatus status();

  /** Whether the end of the hire is on its way, by whatever cause. */
  public abstract boolean ending();

  /** Writes down what becomes of what is left when the hire closes. */
  protected abstract void closing(HireStatus status, Instant now);

  /** Whether calls of the step are, or were last, held up by an obstacle. */
  public boolean obstructed(Step step) {
    return obstructions.values().stream().anyMatch(met -> met.step().equals(step));
  }

  /** An operator accepts what the incident is about. */
  public void accept(IncidentCause cause, String milestone) {
    accepted.add(cause.wire() + " " + milestone);
  }

  /** The milestones of the plan are these from now on. */
  public void replan(HirePlan changed) {
    planChanged |= !changed.equals(plan);
    plan = changed;
  }

  /** A milestone's own rule goes before the hire's policy. */
  protected ReleaseRule releaseRule(MilestonePlan terms) {
    return Objects.requireNonNullElse(terms.release(), plan.policies().release());
  }

  /**
   * Plans without a milestone: what comes after it takes its place, and is funded by the rule that
   * held for it.
   *
   * @param relinked takes what the others are planned as from now on
   */
  public void replanWithout(MilestonePlan dropped, Consumer<MilestonePlan> relinked) {
    List<MilestonePlan> all = new ArrayList<>();
    for (MilestonePlan milestone : plan.milestones()) {
      if (dropped.key().equals(milestone.fund().after())) {
        MilestonePlan other = milestone.withFund(dropped.fund());
        relinked.accept(other);
        all.add(other);
      } else {
        all.add(milestone);
      }
    }
    replan(plan.withMilestones(all));
  }

  /** Plans one more milestone. */
  public void replanWith(MilestonePlan added) {
    List<MilestonePlan> all = new ArrayList<>(plan.milestones());
    all.add(added);
    replan(plan.withMilestones(all));
  }

  /** Plans under other terms, and some milestones by others. */
  public void replanWith(HireTerms terms, List<MilestonePlan> changed) {
    List<MilestonePlan> all = new ArrayList<>(plan.milestones());
    for (MilestonePlan other : changed) {
      all.replaceAll(known -> known.key().equals(other.key()) ? other : known);
    }
    replan(plan.withTerms(terms).withMilestones(all));
  }
}
