package dev.tenure.workflows.seeds;

import dev.tenure.lifecycle.call.Notification;
import dev.tenure.lifecycle.opentrain.marketplace.Tags;
import dev.tenure.lifecycle.simulation.marketplace.MarketplaceAnswer;
import dev.tenure.lifecycle.simulation.marketplace.MarketplaceEvent;
import dev.tenure.lifecycle.simulation.marketplace.MarketplacePeople;
import dev.tenure.lifecycle.simulation.marketplace.MilestoneStatus;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedApproval;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedContract;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedMarketplace;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedMilestone;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.hire.Wait;
import dev.tenure.model.hire.WaitKind;
import dev.tenure.model.message.MarketplaceNotification;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.workflows.hire.AddMilestoneCommand;
import dev.tenure.workflows.hire.MilestoneCommand;
import dev.tenure.workflows.hire.ResolveCommand;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/**
 * Everybody around the hire: people who decide or work in the app, trainers, the notifications, the
 * requester and the operator. Once they are calm, all that is waited for is done soon.
 */
final class Actors {
  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final int MOST_ANSWERS = 40;

  private final Draw draw;
  private final Shell shell;
  private final FaultyMarketplace market;
  private final Agenda agenda;
  private final Set<String> seenApprovals = new HashSet<>();
  private final Set<String> seenWork = new HashSet<>();
  private final Set<String> due = new HashSet<>();
  private final Map<String, Shell.Reply> sent = new HashMap<>();

  private final Set<String> deeds = new ConcurrentSkipListSet<>();

  private int notified;
  private int versions;
  private int keys;
  private int answers;
  private boolean calm;

  Actors(Draw draw, Shell shell, Agenda agenda) {
    this.draw = draw;
    this.shell = shell;
    this.market = shell.market;
    this.agenda = agenda;
  }

  /** What happens whatever the hire does. */
  void begin() {
    SplittableRandom dice = draw.dice("beginning");
    for (int i = 0; i < draw.wishes; i++) {
      later(
          dice.nextLong(4L * 24 * HOUR) / (1 + dice.nextInt(20)) + SECOND,
          this::wish,
          draw.dice("wish " + i));
    }
    if (Draw.hits(dice, draw.outages)) {
      later(dice.nextLong(8 * HOUR), own -> card(false), dice);
      later(24 * HOUR + dice.nextLong(24 * HOUR), own -> card(true), dice);
    }
  }

  /** Faults have stopped; whatever is pending is decided now. */
  void calm() {
    calm = true;
    market.calm();
    seenApprovals.clear();
    seenWork.clear();
    due.clear();
  }

  private void card(boolean there) {
    market.with(marketplace -> marketplace.account().card(there));
    deeds.add("card taken away");
  }

  private interface Doing {
    void with(SplittableRandom dice);
  }

  /** Unless everything is calm by then. */
  private void later(long delay, Doing doing, SplittableRandom dice) {
    agenda.at(
        shell.now() + delay,
        () -> {
          if (!calm) {
            doing.with(dice);
          }
        });
  }

  /** Looks for what is new, and puts what comes of it on the agenda. */
  void look() {
    for (SimulatedApproval approval : market.with(m -> new ArrayList<>(m.approvals()))) {
      if (approval.pending() && seenApprovals.add(approval.id())) {
        asked(approval);
      }
    }
    for (SimulatedMilestone milestone : market.with(m -> new ArrayList<>(m.milestones()))) {
      if (milestone.status() == MilestoneStatus.ACTIVE_FUNDED
          && !milestone.payoutRequested()
          && seenWork.add(milestone.id())) {
        works(milestone.id());
      }
    }
    notifications();
    sweep();
    if (!shell.journal.closed()) {
      awaited();
      incidents();
    }
  }

  private void asked(SimulatedApproval approval) {
    String id = approval.id();
    SplittableRandom dice = draw.dice("decide " + id + calm);
    if (calm) {
      agenda.at(shell.now() + MINUTE + dice.nextLong(HOUR), () -> confirm(id, dice));
      return;
    }
    long delay = delay(dice);
    appUsers(approval, delay);
    if (Draw.hits(dice, draw.declines)) {
      later(delay, own -> decline(id), dice);
    } else if (!Draw.hits(dice, draw.ignores)) {
      later(delay, own -> confirm(id, own), dice);
    }
  }

  private void decline(String id) {
    deeds.add("declined");
    people((p, now) -> p.decline(id, now));
  }

  private long delay(SplittableRandom dice) {
    return SECOND
        + (Draw.hits(dice, draw.slowPeople)
            ? dice.nextLong(80 * HOUR)
            : dice.nextLong(20 * MINUTE));
  }

  private void confirm(String id, SplittableRandom dice) {
    SimulatedApproval approval = market.with(m -> m.approval(id));
    if (!approval.pending()) {
      return;
    }
    if (approval.kind() == ApprovalKind.PROPOSAL_HIRE && !calm && Draw.hits(dice, draw.edits)) {
      deeds.add("terms edited");
      people((p, now) -> p.confirmEdited(id, edit(approval, dice), now));
    } else if (approval.kind() == ApprovalKind.CONTRACT_END && dice.nextBoolean()) {
      people((p, now) -> p.confirmEndPaying(id, now));
    } else {
      people((p, now) -> p.confirm(id, now));
    }
  }

  private static MilestonePlan edit(SimulatedApproval approval, SplittableRandom dice) {
    long asked = approval.terms() == null ? 10_000 : approval.terms().amountCents();
    long cents = Math.max(100, asked * (50 + dice.nextInt(120)) / 100);
    return new MilestonePlan(
        "edited",
        dice.nextBoolean() ? "Edited" : null,
        null,
        Money.ofMinor(cents, Money.USD),
        null,
        FundRule.atStart());
  }

  private void appUsers(SimulatedApproval approval, long delay) {
    SplittableRandom dice = draw.dice("app " + approval.id());
    if (!Draw.hits(dice, draw.appActs)) {
      return;
    }
    long when = dice.nextBoolean() ? dice.nextLong(delay) : delay + dice.nextLong(HOUR);
    later(when, own -> actInApp(approval, own), dice);
  }

  private void actInApp(SimulatedApproval approval, SplittableRandom dice) {
    String subject = approval.subjectId();
    deeds.add("work in the app");
    SimulatedContract contract = market.with(m -> m.proposal(Draw.PROPOSAL).contract());
    switch (approval.kind()) {
      case PROPOSAL_HIRE -> {}
      case MILESTONE_FUND -> {
        if (Draw.hits(dice, .7)) {
          deeds.add("funded in the app");
          people((p, now) -> p.fundInApp(subject, now));
        } else {
          people((p, now) -> p.cancelInApp(subject, now));
        }
      }
      case MILESTONE_APPROVE -> {
        if (Draw.hits(dice, .7)) {
          people((p, now) -> p.payInApp(subject, now));
        } else {
          people((p, now) -> p.cancelInApp(subject, now));
        }
      }
      case CONTRACT_END -> people((p, now) -> p.endInApp(subject, dice.nextBoolean(), now));
      case MILESTONE_DISPUTE -> throw new AssertionError("OpenTrain knows no disputes");
    }
    if (contract != null && Draw.hits(dice, .1)) {
      people((p, now) -> p.endInApp(contract.id(), dice.nextBoolean(), now));
    }
  }

  private interface Act {
    MarketplaceAnswer<?> on(MarketplacePeople people, Instant now);
  }

  private void people(Act act) {
    Instant now = market.now();
    market.with(m -> act.on(m.people(), now));
  }

  private void works(String milestoneId) {
    SplittableRandom dice = draw.dice("work " + milestoneId + calm);
    if (calm) {
      agenda.at(shell.now() + MINUTE + dice.nextLong(HOUR), () -> deliver(milestoneId));
    } else if (Draw.hits(dice, .9)) {
      later(dice.nextLong(HOUR) * (1 + dice.nextInt(30)), own -> deliver(milestoneId), dice);
    }
  }

  private void deliver(String milestoneId) {
    Instant now = market.now();
    market.rules().delivered(milestoneId);
    market.with(m -> m.trainers().requestPayout(milestoneId, now));
  }

  /** The feed: each event is told, or told late, or lost. */
  private void notifications() {
    List<MarketplaceEvent> events = market.with(m -> List.copyOf(m.events()));
    for (MarketplaceEvent event : events.subList(notified, events.size())) {
      SplittableRandom dice = draw.dice("notification " + event.id());
      Notification said = event.notification();
      MarketplaceNotification notification =
          new MarketplaceNotification(
              String.valueOf(event.id()),
              said.type(),
              said.approvalId(),
              said.milestoneId(),
              said.contractId(),
              said.proposalId(),
              said.status());
      if (!calm && Draw.hits(dice, draw.lostNotifies)) {
        deeds.add("notification lost");
      } else {
        boolean late = !calm && Draw.hits(dice, draw.lateNotifies);
        agenda.at(
            shell.now() + dice.nextLong(late ? 24 * HOUR : 2 * SECOND),
            () -> shell.notifyOf(notification));
      }
    }
    notified = events.size();
  }

  /** Where the account is swept, every change of the contract is told; else it is at times. */
  private void sweep() {
    SimulatedContract contract = market.with(m -> m.proposal(Draw.PROPOSAL).contract());
    if (contract == null) {
      return;
    }
    int known = market.with(m -> contract.versions().size());
    if (known == versions) {
      return;
    }
    versions = known;
    SplittableRandom dice = draw.dice("sweep " + known);
    if (draw.swept || Draw.hits(dice, .3)) {
      MarketplaceNotification notification =
          new MarketplaceNotification(
              "", Notification.CONTRACT_CHANGED, null, null, contract.id(), null, null);
      agenda.at(shell.now() + dice.nextLong(45 * SECOND), () -> shell.notifyOf(notification));
    }
  }

  /** What the hire waits for by its plan, and the end of a pause. */
  private void awaited() {
    HireDocument hire = shell.journal.hire();
    if (hire == null) {
      return;
    }
    for (Wait waiting : hire.waitingFor()) {
      if (waiting.kind() == WaitKind.COMMAND) {
        awaited(waiting.milestone());
      }
    }
    if (hire.paused() && calm && due.add("resume")) {
      soon("resume");
    }
  }

  private void awaited(@Nullable String milestone) {
    if (milestone == null) {
      if (due.add("end")) {
        soon("end");
      }
      return;
    }
    for (MilestoneDocument document : shell.journal.milestones()) {
      if (document.key().equals(milestone)) {
        boolean held =
            document.state() == MilestoneState.FUNDED
                || document.state() == MilestoneState.DELIVERED;
        String command = held ? "release" : "fund";
        if (due.add(command + " " + milestone)) {
          soon(command, new MilestoneCommand(milestone));
        }
      }
    }
  }

  private void soon(String command, Object... arguments) {
    SplittableRandom dice = draw.dice("awaited " + ++keys);
    String key = "awaited-" + keys;
    agenda.at(
        shell.now() + MINUTE + dice.nextLong(calm ? HOUR : 12 * HOUR),
        () -> send(command, key, arguments));
  }

  /** Something that nobody waits for, legal or not. */
  private void wish(SplittableRandom dice) {
    String key = "wish-" + ++keys;
    List<String> names = new ArrayList<>();
    shell.journal.milestones().forEach(document -> names.add(document.key()));
    names.add("nowhere");
    String milestone = names.get(dice.nextInt(names.size()));
    switch (dice.nextInt(12)) {
      case 0, 1, 2, 3 -> {
        wish(dice, "pause", key);
        String resume = key + "-over";
        later(MINUTE + dice.nextLong(24 * HOUR), own -> wish(own, "resume", resume), dice);
      }
      case 4 -> wish(dice, "end", key);
      case 5 -> wish(dice, "cancel", key);
      case 6, 7 -> wish(dice, "release", key, new MilestoneCommand(milestone));
      case 8 -> wish(dice, "fund", key, new MilestoneCommand(milestone));
      case 9, 10 -> {
        deeds.add("milestone added");
        MilestonePlan plan = draw.milestone(dice, "x" + keys, "m1");
        wish(dice, "add-milestone", key, new AddMilestoneCommand(plan));
      }
      default -> wish(dice, "drop-milestone", key, new MilestoneCommand(milestone));
    }
  }

  /** Some are sent again under their keys, at once or much later. */
  private void wish(SplittableRandom dice, String command, String key, Object... arguments) {
    send(command, key, arguments);
    if (Draw.hits(dice, .3)) {
      send(command, key, arguments);
    }
    if (Draw.hits(dice, .3)) {
      later(dice.nextLong(24 * HOUR), own -> send(command, key, arguments), dice);
    }
  }

  private void send(String command, String key, Object... arguments) {
    if (shell.journal.closed()) {
      return;
    }
    if (command.equals("release")) {
      // Before it is sent: the hire may ask at once.
      market.rules().releaseCommanded();
    }
    Shell.Reply reply = shell.command(command, key, arguments);
    Broken.unless(
        sent.get(key) != Shell.Reply.DONE || reply != Shell.Reply.REFUSED,
        "repeated_key_is_refused",
        command + " " + key);
    if (sent.put(key, reply) != null) {
      deeds.add("key repeated");
    }
    deeds.add("command " + command + " " + reply.name().toLowerCase(Locale.ROOT));
  }

  private void incidents() {
    for (IncidentDocument incident : shell.journal.openIncidents()) {
      if (due.add(incident.id()) && answers < MOST_ANSWERS) {
        SplittableRandom dice = draw.dice("answer " + incident.id() + calm);
        long delay = MINUTE + dice.nextLong(calm ? HOUR : 30 * HOUR);
        agenda.at(shell.now() + delay, () -> answer(incident, dice));
      }
    }
  }

  private void answer(IncidentDocument incident, SplittableRandom dice) {
    due.remove(incident.id());
    if (shell.journal.openIncidents().stream().noneMatch(i -> i.id().equals(incident.id()))) {
      return;
    }
    Broken.unless(!incident.actions().isEmpty(), "incident_has_an_answer", incident.toString());
    answers++;
    String key = "answer-" + ++keys;
    Resolution resolution = resolution(incident, dice);
    deeds.add("answer " + resolution.wire() + " to " + incident.cause().wire());
    String named = resolution == Resolution.ADOPT ? ours(incident) : null;
    if (resolution == Resolution.RETRY || resolution == Resolution.ADOPT) {
      market.rules().retried(market.now());
    }
    if (incident.cause() == IncidentCause.MILESTONE_IN_DOUBT) {
      market.rules().createAgain();
    }
    send("resolve", key, new ResolveCommand(incident.id(), resolution, named));
  }

  private Resolution resolution(IncidentDocument incident, SplittableRandom dice) {
    List<Resolution> offered = incident.actions();
    if (offered.contains(Resolution.ABORT) && !calm && Draw.hits(dice, draw.aborts)) {
      return Resolution.ABORT;
    }
    for (Resolution resolution : offered) {
      boolean possible = resolution != Resolution.ADOPT || ours(incident) != null;
      if (resolution != Resolution.ABORT && possible) {
        return resolution;
      }
    }
    return offered.getLast();
  }

  /** The milestone on the marketplace that is ours by its tag. */
  private @Nullable String ours(IncidentDocument incident) {
    if (incident.milestone() == null) {
      return null;
    }
    String tag = Tags.of(Shell.HIRE, incident.milestone());
    return market.with(
        m ->
            m.milestones().stream()
                .filter(milestone -> tag.equals(milestone.tag()))
                .map(SimulatedMilestone::id)
                .findFirst()
                .orElse(null));
  }

  /** What people did, in words; some of it makes a check pointless. */
  Set<String> deeds() {
    return deeds;
  }

  /** How much there is of everything that may change. */
  long fingerprint() {
    return market.with(
            (SimulatedMarketplace m) ->
                m.approvals().size() * 1_000_000L + m.events().size() * 1_000L)
        + shell.journal.batches();
  }

  static Duration until(long millis, long now) {
    return Duration.ofMillis(Math.max(1, millis - now));
  }
}
