package dev.tenure.lifecycle.opentrain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.HireJson;
import dev.tenure.lifecycle.call.Notification;
import dev.tenure.lifecycle.call.Obstacle;
import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.hire.Incident;
import dev.tenure.lifecycle.opentrain.OpenTrainLifecycle;
import dev.tenure.lifecycle.opentrain.call.OpenTrainCall;
import dev.tenure.lifecycle.opentrain.call.OpenTrainObservation;
import dev.tenure.lifecycle.opentrain.cases.Calls.Fate;
import dev.tenure.lifecycle.opentrain.hire.Milestone;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.Tags;
import dev.tenure.lifecycle.simulation.marketplace.AccountSettings;
import dev.tenure.lifecycle.simulation.marketplace.MarketplaceAnswer;
import dev.tenure.lifecycle.simulation.marketplace.PaymentType;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedApproval;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedContract;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedMarketplace;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedMilestone;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.HireTerms;
import dev.tenure.model.plan.MilestonePlan;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One hire on the simulated marketplace, in virtual time. People and trainers do what a case tells
 * them, calls are carried out at once, and the marketplace's events and the account sweep reach the
 * hire at once: unless the case says otherwise.
 *
 * <p>A step is named as in {@link Step}, e.g. {@code hire}, {@code fund m2}, {@code release m1},
 * {@code end}.
 */
final class Story {
  static final String PROPOSAL = "prp_1";
  static final String FIX = "https://market.example/fix";

  private final SimulatedMarketplace marketplace = new SimulatedMarketplace();
  private final Endpoints endpoints = new Endpoints(marketplace, PROPOSAL);
  private final Driver driver;
  private @Nullable ContractSnapshot swept;
  private int commands;

  Story(Run run, HirePlan plan) {
    marketplace.addProposal(PROPOSAL, PaymentType.FIXED_PRICE, null);
    driver = new Driver(run, plan, marketplace, endpoints);
  }

  // What the case tells the marketplace to be.

  /** The job is paid by hours at this rate; without one nothing is priced. */
  Story byTheHour(@Nullable String rate) {
    marketplace.addProposal(
        PROPOSAL, PaymentType.PAY_PER_HOUR, rate == null ? null : new BigDecimal(rate));
    return this;
  }

  Story byTheLabel(String rate) {
    marketplace.addProposal(PROPOSAL, PaymentType.PAY_PER_LABEL, new BigDecimal(rate));
    return this;
  }

  AccountSettings account() {
    return marketplace.account();
  }

  SimulatedMarketplace marketplace() {
    return marketplace;
  }

  Endpoints endpoints() {
    return endpoints;
  }

  /** Attempts of these calls come to this from now on. */
  Story every(String subject, Fate fate) {
    driver.calls().script(subject, fate, null);
    return this;
  }

  Story next(String subject, Fate fate) {
    return next(subject, fate, 1);
  }

  Story next(String subject, Fate fate, int times) {
    driver.calls().script(subject, fate, null, times);
    return this;
  }

  /** Attempts of these calls are refused until {@link #mend}. */
  Story refuse(String subject, IncidentCause cause) {
    driver.calls().script(subject, Fate.REFUSED, obstacle(cause));
    return this;
  }

  Story refuse(String subject, IncidentCause cause, int times) {
    driver.calls().script(subject, Fate.REFUSED, obstacle(cause), times);
    return this;
  }

  private static Obstacle obstacle(IncidentCause cause) {
    return new Obstacle(cause, "A person must mend it: " + cause.wire() + ".", FIX);
  }

  Story mend() {
    driver.calls().mend();
    return this;
  }

  /** Nothing tells the hire of anything any more. */
  Story deaf() {
    driver.deaf(true);
    return this;
  }

  /** From now on it is told; not of what was. */
  Story hearing() {
    driver.deaf(false);
    return this;
  }

  /** Reads of the contract show it as it is now(), whatever becomes of it. */
  Story contractsStandStill() {
    // What happens in this very instant is not shown any more.
    endpoints.contractsAsOf(now().minusNanos(1));
    return this;
  }

  Story contractsMoveAgain() {
    endpoints.contractsAsOf(null);
    return this;
  }

  // Time.

  Instant now() {
    return driver.now();
  }

  Story start() {
    driver.turn();
    return this;
  }

  /** Lets time pass, with everything that is due meanwhile. */
  Story advance(Duration time) {
    driver.advance(time);
    return this;
  }

  Story advanceHours(int hours) {
    return advance(Duration.ofHours(hours));
  }

  Story advanceDays(int days) {
    return advance(Duration.ofDays(days));
  }

  // What the worker does.

  /** The state goes to a next run, which waits for nothing that was under way. */
  Story handOver() {
    driver.handOver();
    return this;
  }

  /** The worker that carries the calls dies; another one takes over. */
  Story workerDies() {
    driver.calls().workerDies();
    driver.turn();
    return this;
  }

  /** The answers that were held come. */
  Story release(String subject) {
    driver.calls().release(subject, now());
    driver.turn();
    return this;
  }

  Story notified(Notification notification) {
    return observed(new OpenTrainObservation.Notified(notification));
  }

  /** An event that says that an approval is final, true or not. */
  Story confirmationIsTold(String approvalId) {
    return notified(
        new Notification("approval.confirmed", approvalId, null, null, null, "confirmed"));
  }

  Story observed(OpenTrainObservation observation) {
    driver.observe(observation);
    return this;
  }

  // What people and trainers do.

  /** A person says yes to what is pending. */
  Story confirm(String step) {
    return act(people -> marketplace.people().confirm(pending(step).id(), now()), false);
  }

  /** A person hires on other terms than were asked for. */
  Story confirmEdited(String amount) {
    return act(
        people ->
            marketplace.people().confirmEdited(pending("hire").id(), Plans.first(amount), now()),
        false);
  }

  /** A person agrees to the end, and pays the trainer what is held. */
  Story confirmEndPaying() {
    return act(p -> marketplace.people().confirmEndPaying(pending("end").id(), now()), false);
  }

  Story decline(String step) {
    return act(people -> marketplace.people().decline(pending(step).id(), now()), false);
  }

  /** The trainer asks for the payout. */
  Story deliver(String milestone) {
    return act(t -> marketplace.trainers().requestPayout(milestoneId(milestone), now()), true);
  }

  /** Only what the marketplace itself tells of the work is told. */
  Story quietWork(String volume) {
    return act(
        t -> marketplace.trainers().work(contract().id(), new BigDecimal(volume), now()), false);
  }

  Story work(String volume) {
    return quietWork(volume).sweep();
  }

  /** Delivered, and its release confirmed. */
  Story paid(String milestone) {
    return deliver(milestone).confirm("release " + milestone);
  }

  Story hireInApp(String amount) {
    return act(p -> marketplace.people().hireInApp(PROPOSAL, Plans.first(amount), now()), true);
  }

  Story fundInApp(String milestone) {
    return act(p -> marketplace.people().fundInApp(milestoneId(milestone), now()), true);
  }

  Story payInApp(String milestone) {
    return act(p -> marketplace.people().payInApp(milestoneId(milestone), now()), true);
  }

  Story cancelInApp(String milestone) {
    return act(p -> marketplace.people().cancelInApp(milestoneId(milestone), now()), true);
  }

  Story disputeInApp(String milestone) {
    return act(p -> marketplace.people().disputeInApp(milestoneId(milestone), now()), true);
  }

  Story editInApp(String milestone, String amount) {
    return act(
        p -> marketplace.people().editAmountInApp(milestoneId(milestone), Money.usd(amount), now()),
        true);
  }

  Story endInApp() {
    return act(p -> marketplace.people().endInApp(contract().id(), false, now()), true);
  }

  /** People create a milestone; the key under which it is shown. */
  String addInApp(String amount) {
    return addInApp("Their own work", amount);
  }

  String addInApp(String description, String amount) {
    act(
        p ->
            marketplace
                .people()
                .addMilestoneInApp(
                    contract().id(), "Theirs", description, Money.usd(amount), now()),
        true);
    return "foreign-" + contract().milestones().getLast().id();
  }

  /** Somebody else's request for the proposal; the approval that it leads to. */
  String askedByOthers() {
    act(p -> marketplace.requestHire(PROPOSAL, Plans.first("400.00"), false, now()), false);
    return pending("hire").id();
  }

  private Story act(Function<Story, MarketplaceAnswer<?>> deed, boolean sweep) {
    deed.apply(this).value();
    driver.turn();
    return sweep && !driver.deaf() ? sweep() : this;
  }

  /** The account sweep looks, and tells the hire where its contract looks different. */
  Story sweep() {
    SimulatedContract contract = marketplace.proposal(PROPOSAL).contract();
    if (contract == null) {
      return this;
    }
    ContractSnapshot shown = contract.versions().getLast().listed();
    if (hire().closed() != null) {
      observed(new OpenTrainObservation.ContractAppeared(shown));
    } else if (!shown.equals(swept)) {
      observed(new OpenTrainObservation.Notified(Notification.contractChanged(shown.id())));
    }
    swept = shown;
    return this;
  }

  /** Everybody does what is expected of them for as long as there is anything. */
  Story goOn() {
    for (int quiet = 0; hire().closed() == null && quiet < 1_500; quiet++) {
      if (!somebodyActs()) {
        advance(Duration.ofMinutes(20));
      }
    }
    return this;
  }

  /** A person confirms, or a trainer delivers, where there is anything to do. */
  boolean somebodyActs() {
    Optional<SimulatedApproval> asked =
        marketplace.approvals().stream().filter(SimulatedApproval::pending).findFirst();
    Optional<String> working =
        hire()
            .own()
            .filter(m -> m.id() != null && isAtWork(marketplace.milestone(m.knownId())))
            .map(Milestone::key)
            .findFirst();
    if (asked.isPresent()) {
      act(p -> marketplace.people().confirm(asked.get().id(), now()), false);
    } else {
      working.ifPresent(this::deliver);
    }
    return asked.isPresent() || working.isPresent();
  }

  private static boolean isAtWork(SimulatedMilestone milestone) {
    return milestone.status().name().equals("ACTIVE_FUNDED")
        && !milestone.payoutRequested()
        && milestone.contract().active();
  }

  /** Everybody does what is expected of them, until it has closed like this. */
  Story closesAs(HireStatus status) {
    goOn();
    assertThat(hire().closed()).as(this::toString).isEqualTo(status);
    assertThat(openIncidents()).isEmpty();
    return this;
  }

  // What requesters and operators command.

  /** A command that is accepted. */
  Story command(Command command) {
    return command("k" + ++commands, command);
  }

  Story command(String key, Command command) {
    return command(new CommandRequest(key, command));
  }

  Story command(CommandRequest request) {
    assertThat(new OpenTrainLifecycle(hire()).check(request, now())).as(this::toString).isEmpty();
    driver.command(request);
    return this;
  }

  /** Why a command is refused; it leaves no trace. */
  Rejection refused(Command command) {
    return refused(new CommandRequest("k" + ++commands, command));
  }

  Rejection refused(CommandRequest request) {
    String before = HireJson.of(hire());
    Rejection rejection = new OpenTrainLifecycle(hire()).check(request, now()).orElseThrow();
    assertThat(HireJson.of(hire())).isEqualTo(before);
    return rejection;
  }

  /** Changes the budget. */
  Story budget(@Nullable String cap) {
    return command(change(cap));
  }

  Command.Change change(@Nullable String cap, MilestonePlan... milestones) {
    HireTerms terms = HireTerms.of(hire().plan());
    return new Command.Change(
        new HireTerms(
            terms.externalRef(),
            terms.labels(),
            cap == null ? null : Money.usd(cap),
            terms.policies()),
        Arrays.asList(milestones));
  }

  Story resolve(IncidentCause cause, Resolution answer) {
    return command(new Command.Resolve(incident(cause).id(), answer));
  }

  Story adopt(IncidentCause cause, @Nullable String marketplaceId) {
    return command(new Command.Resolve(incident(cause).id(), Resolution.ADOPT, marketplaceId));
  }

  // What there is to see.

  OpenTrainHire hire() {
    return driver.hire();
  }

  Decision<OpenTrainCall> decision() {
    return driver.decision();
  }

  Journal journal() {
    return driver.journal();
  }

  HireStatus status() {
    return hire().status();
  }

  MilestoneState state(String milestone) {
    return hire().stateOf(hire().milestone(milestone));
  }

  /** How many attempts were made of calls of these subjects. */
  long sent(String subject) {
    return driver.calls().sent().stream().filter(one -> Calls.matches(one, subject)).count();
  }

  /** How many attempts of calls that ask people for something, or create. */
  long asked() {
    return sent("hire") + sent("create") + sent("fund") + sent("release") + sent("end");
  }

  long reads() {
    return sent("contract") + sent("approval");
  }

  List<IncidentCause> openIncidents() {
    return hire().openIncidents().stream().map(Incident::cause).toList();
  }

  /** The open incident of that cause. */
  IncidentDocument incident(IncidentCause cause) {
    List<IncidentDocument> found =
        journal().incidents().stream().filter(i -> i.open() && i.cause() == cause).toList();
    assertThat(found).as("%s: %s", cause, this).hasSize(1);
    return found.getFirst();
  }

  /** No person was ever needed. */
  Story withoutIncidents() {
    assertThat(journal().incidents()).isEmpty();
    return this;
  }

  /** What is pending on the marketplace for that step. */
  SimulatedApproval pending(String step) {
    List<SimulatedApproval> found =
        approvals(step).stream().filter(SimulatedApproval::pending).toList();
    assertThat(found).as("pending for %s: %s", step, this).hasSize(1);
    return found.getFirst();
  }

  /** Every approval that there ever was for that step. */
  List<SimulatedApproval> approvals(String words) {
    Step step = step(words);
    List<SimulatedApproval> found = new ArrayList<>();
    for (SimulatedApproval approval : marketplace.approvals()) {
      if (approval.kind() == step.approval() && approval.subjectId().equals(subject(step))) {
        found.add(approval);
      }
    }
    return found;
  }

  private Step step(String words) {
    String[] parts = words.split(" ", 2);
    return switch (parts[0]) {
      case "hire" -> hire().hireStep();
      case "fund" -> Step.fund(parts[1]);
      case "release" -> Step.release(parts[1]);
      case "end" -> Step.end();
      default -> throw new IllegalArgumentException(words);
    };
  }

  private String subject(Step step) {
    return switch (step.kind()) {
      case HIRE -> PROPOSAL;
      case END -> contract().id();
      default -> milestoneId(step.key());
    };
  }

  SimulatedContract contract() {
    return Objects.requireNonNull(marketplace.proposal(PROPOSAL).contract(), "no contract yet");
  }

  SimulatedMilestone milestone(String key) {
    return marketplace.milestone(milestoneId(key));
  }

  /** The marketplace's id of one of ours, known here or not, or of a foreign one. */
  String milestoneId(String key) {
    if (key.startsWith("foreign-")) {
      return key.substring("foreign-".length());
    }
    String known = hire().milestone(key).id();
    return known != null
        ? known
        : marketplace.milestones().stream()
            .filter(
                m ->
                    Tags.of(hire().id(), key).equals(m.tag())
                        || (m.number() == 1 && key.equals(hire().plan().first().key())))
            .map(SimulatedMilestone::id)
            .findFirst()
            .orElseThrow(() -> new AssertionError(key + " is not on the marketplace"));
  }

  @Override
  public String toString() {
    return "%s, %s; incidents %s; running %s; %s"
        .formatted(
            hire().status(),
            hire().milestones().stream().map(m -> m.key() + " " + hire().stateOf(m)).toList(),
            hire().openIncidents(),
            hire().running().keySet(),
            decision());
  }
}
