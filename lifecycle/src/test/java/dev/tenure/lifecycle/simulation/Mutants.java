package dev.tenure.lifecycle.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.lifecycle.Lifecycle;
import dev.tenure.lifecycle.call.Call;
import dev.tenure.lifecycle.call.Observation;
import dev.tenure.lifecycle.call.Running;
import dev.tenure.lifecycle.call.Step;
import dev.tenure.lifecycle.command.Command;
import dev.tenure.lifecycle.command.CommandRequest;
import dev.tenure.lifecycle.command.Rejection;
import dev.tenure.lifecycle.decision.Decision;
import dev.tenure.lifecycle.hire.Ask;
import dev.tenure.lifecycle.hire.Hire;
import dev.tenure.lifecycle.hire.Milestone;
import dev.tenure.lifecycle.hire.Stage;
import dev.tenure.lifecycle.marketplace.ApprovalReading;
import dev.tenure.lifecycle.marketplace.ApprovalSnapshot;
import dev.tenure.model.HireStatus;
import dev.tenure.model.Money;
import dev.tenure.model.Resolution;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One rule of the product broken at a time. */
final class Mutants {
  private Mutants() {}

  static List<Mutant> all() {
    return List.of(
        new Mutant(
            "policy ignored before asking again",
            new PolicyIgnored(),
            Mutant.with(Feature.DECLINES),
            300),
        new Mutant("pause ignored", new PauseIgnored(), Mutant.with(Feature.PAUSES), 300),
        new Mutant("cap ignored", new CapIgnored(), Mutant.with(Feature.CAP), 300),
        new Mutant("guard after cancel dropped", new NoGuard(), Mutant.with(Feature.CANCELS), 300),
        new Mutant(
            "contract never looked at without an event",
            new NoPeriodicLook(),
            Mutant.with(Feature.NO_SWEEP, Feature.NOTIFICATIONS_LOST),
            600),
        new Mutant(
            "no look before a no counts",
            new NoLookBeforeNo(),
            Mutant.with(Feature.SECOND_READ_FAILS, Feature.DECLINES),
            600),
        new Mutant(
            "a stopped creation forgotten",
            new StoppedCreationForgotten(),
            Mutant.in(Corner.CREATION_STOPPED),
            3_000),
        new Mutant(
            "a creation in doubt tried again",
            new DoubtTriedAgain(),
            Mutant.in(Corner.CREATION_SEEN_LATE),
            300),
        new Mutant(
            "unanswered ask forgotten on abort",
            new UnansweredForgotten(),
            Mutant.in(Corner.UNANSWERED_THEN_ABORT),
            600),
        new Mutant("late look adopted", new LateLookAdopted(), Mutant.in(Corner.LOOKS_CROSS), 600),
        new Mutant(
            "superseded taken for declined",
            new SupersededIsDeclined(),
            Mutant.with(Feature.OTHERS_ASK, Feature.POLICIES),
            600),
        new Mutant(
            "skip allowed with a live ask",
            new SkipAllowed(),
            Mutant.in(Corner.COMMANDED_A_LOT),
            600),
        new Mutant("end asked twice", new EndAskedTwice(), draw -> true, 300),
        new Mutant(
            "foreign milestone touched", new ForeignTouched(), Mutant.with(Feature.APP_ADDS), 300),
        new Mutant("fee left out of the cap", new FeeLeftOut(), Mutant.with(Feature.CAP), 600),
        new Mutant(
            "expiry trusted from the clock without a read",
            new ExpiryFromTheClock(),
            Mutant.with(Feature.NOTIFICATIONS_LOST, Feature.SHORT_WINDOWS),
            600),
        new Mutant(
            "no search before an unanswered ask is repeated",
            new NoSearch(),
            Mutant.in(Corner.UNANSWERED_THEN_DECLINED),
            300),
        new Mutant(
            "unanswered taken for not carried out",
            new UnansweredIsUnsent(),
            Mutant.in(Corner.UNANSWERED_THEN_DECLINED),
            300),
        new Mutant(
            "lost sight taken for declined",
            new LostIsDeclined(),
            Mutant.in(Corner.LOST_THEN_CONFIRMED),
            600),
        new Mutant(
            "a key carried out twice", new KeyTwice(), Mutant.in(Corner.COMMANDED_A_LOT), 300));
  }

  /** A no is asked again as often as it takes. */
  private static final class PolicyIgnored extends Mutant.OtherState {
    @Override
    boolean applies(Hire hire, Instant now) {
      return hire.asks().stream()
          .anyMatch(ask -> ask.state() == Ask.State.DECLINED || ask.state() == Ask.State.EXPIRED);
    }

    @Override
    void change(ObjectNode hire, Instant now) {
      ObjectNode policies = (ObjectNode) hire.at("/plan/policies");
      policies.withObject("/onDeclined").put("reRequest", 99);
      policies.withObject("/onExpired").put("reRequest", 99);
    }
  }

  private static final class PauseIgnored extends Mutant.OtherState {
    @Override
    boolean applies(Hire hire, Instant now) {
      return hire.paused();
    }

    @Override
    void change(ObjectNode hire, Instant now) {
      hire.put("paused", false);
    }
  }

  private static final class CapIgnored extends Mutant.OtherState {
    @Override
    boolean applies(Hire hire, Instant now) {
      return hire.plan().cap() != null;
    }

    @Override
    void change(ObjectNode hire, Instant now) {
      ((ObjectNode) hire.get("plan")).remove("cap");
    }
  }

  private static final class FeeLeftOut extends Mutant.OtherState {
    @Override
    boolean applies(Hire hire, Instant now) {
      return hire.plan().cap() != null;
    }

    @Override
    void change(ObjectNode hire, Instant now) {
      ObjectNode cap = (ObjectNode) hire.at("/plan/cap");
      cap.put("amount", Money.usd(cap.get("amount").asText()).percent(110).amount().toString());
    }
  }

  /** A hire that is given up closes at once. */
  private static final class NoGuard extends Mutant.OtherDecision {
    @Override
    Decision change(Hire hire, Decision decision, Instant now) {
      if (hire.givenUp() == null || hire.contract().known()) {
        return decision;
      }
      HireStatus closes = hire.running().isEmpty() ? HireStatus.CANCELLED : null;
      return new Decision(Map.of(), null, null, Map.of(), Set.of(), closes);
    }
  }

  /** The look every twelve hours is always still to come. */
  private static final class NoPeriodicLook extends Mutant.OtherState {
    @Override
    boolean applies(Hire hire, Instant now) {
      Instant readAt = hire.contract().readAt();
      return readAt != null && readAt.plus(Duration.ofHours(11)).isBefore(now);
    }

    @Override
    void change(ObjectNode hire, Instant now) {
      hire.withObject("/contract").put("readAt", now.toString());
    }
  }

  private static final class NoLookBeforeNo extends Mutant.OtherState {
    @Override
    boolean applies(Hire hire, Instant now) {
      return hire.asks().stream()
          .anyMatch(ask -> ask.state() == Ask.State.DECLINED && !hire.lookedAfter(ask));
    }

    @Override
    void change(ObjectNode hire, Instant now) {
      asks(hire, ask -> ask.put("lookedAtEnd", true));
    }
  }

  /** What a hand-over could not wait for counts as not carried out. */
  private static final class StoppedCreationForgotten implements Rules {
    @Override
    public void handOver(Hire hire, Instant now) {
      for (Running running : List.copyOf(hire.running().values())) {
        if (running.call() instanceof Call.CreateMilestone) {
          Lifecycle.observe(hire, new Observation.Stopped(running.call()), now);
        }
      }
      Lifecycle.handOver(hire, now);
    }
  }

  private static final class DoubtTriedAgain extends Mutant.OtherState {
    @Override
    boolean applies(Hire hire, Instant now) {
      return hire.own().anyMatch(m -> m.creation() == Milestone.Creation.DOUBT);
    }

    @Override
    void change(ObjectNode hire, Instant now) {
      hire.withObject("/milestones")
          .forEach(
              milestone -> {
                if (milestone.path("creation").asText().equals("DOUBT")) {
                  ((ObjectNode) milestone).put("creation", "NONE");
                }
              });
    }
  }

  private static final class UnansweredForgotten extends Mutant.OtherState {
    @Override
    boolean applies(Hire hire, Instant now) {
      return hire.givenUp() != null
          && hire.running().isEmpty()
          && hire.asks().stream().anyMatch(ask -> ask.state() == Ask.State.SENT);
    }

    @Override
    void change(ObjectNode hire, Instant now) {
      asks(
          hire,
          ask -> {
            if (ask.path("state").asText().equals("SENT")) {
              ask.put("state", "UNSENT");
            }
          });
    }
  }

  /** Every look is adopted, whenever it began. */
  private static final class LateLookAdopted implements Rules {
    @Override
    public Hire observe(Hire hire, Observation observation, Instant now) {
      boolean look =
          observation instanceof Observation.ContractRead
              || (observation instanceof Observation.ApprovalRead read && read.contract() != null);
      Hire seen =
          look
              ? StateJson.changed(hire, tree -> tree.withObject("/contract").put("lookTick", 0))
              : hire;
      Lifecycle.observe(seen, observation, now);
      return seen;
    }
  }

  private static final class SupersededIsDeclined implements Rules {
    @Override
    public Hire observe(Hire hire, Observation observation, Instant now) {
      Lifecycle.observe(hire, changed(observation), now);
      return hire;
    }

    private static Observation changed(Observation observation) {
      if (observation instanceof Observation.ApprovalRead read
          && read.reading() instanceof ApprovalReading.Seen seen
          && overtaken(seen.approval())) {
        return new Observation.ApprovalRead(
            read.call(), new ApprovalReading.Seen(declined(seen.approval())), read.contract());
      }
      return observation;
    }

    private static boolean overtaken(ApprovalSnapshot shown) {
      return shown.status().equals("expired")
          && shown.resolvedAt() != null
          && shown.resolvedAt().isBefore(shown.expiresAt());
    }
  }

  private static final class LostIsDeclined implements Rules {
    @Override
    public Hire observe(Hire hire, Observation observation, Instant now) {
      Ask ask =
          observation instanceof Observation.ApprovalRead read
              ? hire.askOf(read.call().approvalId())
              : null;
      boolean lost =
          observation instanceof Observation.ApprovalRead read
              && read.reading() instanceof ApprovalReading.LostSight;
      if (lost && ask != null && observation instanceof Observation.ApprovalRead read) {
        Lifecycle.observe(
            hire,
            new Observation.ApprovalRead(
                read.call(), new ApprovalReading.Seen(declined(ask.knownApproval())), null),
            now);
      } else {
        Lifecycle.observe(hire, observation, now);
      }
      return hire;
    }
  }

  /** Skip is taken whatever may be pending. */
  private static final class SkipAllowed implements Rules {
    @Override
    public Optional<Rejection> check(Hire hire, CommandRequest request, Instant now) {
      boolean skips =
          request.command() instanceof Command.Resolve resolve
              && resolve.resolution() == Resolution.SKIP
              && hire.incident(resolve.incidentId())
                  .filter(incident -> incident.open())
                  .filter(incident -> incident.step().kind() == Step.Kind.FUND)
                  .isPresent();
      boolean drops =
          request.command() instanceof Command.Drop drop
              && hire.closed() == null
              && hire.findMilestone(drop.milestone())
                  .filter(m -> !m.foreign() && !hire.isFirst(m))
                  .isPresent();
      return skips || drops ? Optional.empty() : Lifecycle.check(hire, request, now);
    }
  }

  private static final class EndAskedTwice extends Mutant.OtherDecision {
    @Override
    Decision change(Hire hire, Decision decision, Instant now) {
      Ask last = hire.lastAsk(Step.end());
      if (last == null || last.state() != Ask.State.PENDING) {
        return decision;
      }
      return with(
          decision,
          new Call.Ask(
              Step.end(), last.ordinal() + 1, hire.contract().id(), null, false, null, false));
    }
  }

  private static final class ForeignTouched extends Mutant.OtherDecision {
    @Override
    Decision change(Hire hire, Decision decision, Instant now) {
      for (Milestone milestone : hire.milestones()) {
        Step step = Step.fund(milestone.key());
        if (milestone.foreign()
            && milestone.stage() == Stage.UNFUNDED
            && hire.lastAsk(step) == null) {
          Money amount = milestone.terms().amount();
          return with(
              decision, new Call.Ask(step, 1, milestone.knownId(), null, false, amount, false));
        }
      }
      return decision;
    }
  }

  /** What is past its time has expired; nobody looks. */
  private static final class ExpiryFromTheClock extends Mutant.OtherState {
    @Override
    boolean applies(Hire hire, Instant now) {
      return hire.asks().stream().anyMatch(ask -> over(ask, now));
    }

    private static boolean over(Ask ask, Instant now) {
      return ask.state() == Ask.State.PENDING && now.isAfter(ask.knownApproval().expiresAt());
    }

    @Override
    void change(ObjectNode hire, Instant now) {
      asks(
          hire,
          ask -> {
            boolean over =
                ask.path("state").asText().equals("PENDING")
                    && now.isAfter(Instant.parse(ask.at("/approval/expiresAt").asText()));
            if (over) {
              ask.put("state", "EXPIRED").put("lookedAtEnd", true);
            }
          });
    }
  }

  private static final class NoSearch extends Mutant.OtherDecision {
    @Override
    Decision change(Hire hire, Decision decision, Instant now) {
      Map<String, Call> calls = new LinkedHashMap<>();
      for (Call call : decision.calls().values()) {
        Ask last = call instanceof Call.FindApproval ? hire.lastAsk(call.step()) : null;
        Call other = last == null ? call : last.call();
        calls.put(other.subject(), other);
      }
      return new Decision(
          calls,
          decision.wake(),
          decision.wakeWords(),
          decision.conditions(),
          decision.heeded(),
          decision.closes());
    }
  }

  private static final class UnansweredIsUnsent implements Rules {
    @Override
    public Hire observe(Hire hire, Observation observation, Instant now) {
      Lifecycle.observe(
          hire,
          observation instanceof Observation.Unanswered unanswered
                  && unanswered.call() instanceof Call.Ask
              ? new Observation.Stopped(unanswered.call())
              : observation,
          now);
      return hire;
    }
  }

  /** Keys are not remembered. */
  private static final class KeyTwice implements Rules {
    @Override
    public boolean command(Hire hire, CommandRequest request, Instant now) {
      String another = request.key() + " " + hire.tick();
      return Lifecycle.command(
          hire, new CommandRequest(another, request.actor(), null, request.command()), now);
    }
  }

  private static ApprovalSnapshot declined(ApprovalSnapshot shown) {
    return new ApprovalSnapshot(
        shown.id(),
        shown.type(),
        "declined",
        shown.contractId(),
        shown.milestoneId(),
        shown.jobId(),
        shown.proposalId(),
        shown.url(),
        shown.createdAt(),
        shown.expiresAt(),
        Objects.requireNonNullElse(shown.resolvedAt(), shown.createdAt()),
        shown.result());
  }

  private static Decision with(Decision decision, @Nullable Call another) {
    Map<String, Call> calls = new LinkedHashMap<>(decision.calls());
    if (another != null) {
      calls.put(another.subject(), another);
    }
    return new Decision(
        calls,
        decision.wake(),
        decision.wakeWords(),
        decision.conditions(),
        decision.heeded(),
        decision.closes());
  }
}
