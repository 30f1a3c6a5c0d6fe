package dev.tenure.lifecycle.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.lifecycle.opentrain.hire.Ask;
import dev.tenure.lifecycle.opentrain.hire.Milestone;
import dev.tenure.lifecycle.opentrain.hire.OpenTrainHire;
import dev.tenure.model.money.Money;
import java.time.Duration;
import java.time.Instant;

/** Rules that decide as if the hire were in another state. */
final class StateMutants {
  private StateMutants() {}

  /** A no is asked again as often as it takes. */
  static final class PolicyIgnored extends Mutant.OtherState {
    @Override
    boolean applies(OpenTrainHire hire, Instant now) {
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

  static final class PauseIgnored extends Mutant.OtherState {
    @Override
    boolean applies(OpenTrainHire hire, Instant now) {
      return hire.paused();
    }

    @Override
    void change(ObjectNode hire, Instant now) {
      hire.put("paused", false);
    }
  }

  static final class CapIgnored extends Mutant.OtherState {
    @Override
    boolean applies(OpenTrainHire hire, Instant now) {
      return hire.plan().cap() != null;
    }

    @Override
    void change(ObjectNode hire, Instant now) {
      ((ObjectNode) hire.get("plan")).remove("cap");
    }
  }

  static final class FeeLeftOut extends Mutant.OtherState {
    @Override
    boolean applies(OpenTrainHire hire, Instant now) {
      return hire.plan().cap() != null;
    }

    @Override
    void change(ObjectNode hire, Instant now) {
      ObjectNode cap = (ObjectNode) hire.at("/plan/cap");
      cap.put("amount", Money.usd(cap.get("amount").asText()).percent(110).amount().toString());
    }
  }

  /** The look every twelve hours is always still to come. */
  static final class NoPeriodicLook extends Mutant.OtherState {
    @Override
    boolean applies(OpenTrainHire hire, Instant now) {
      Instant readAt = hire.contract().readAt();
      return readAt != null && readAt.plus(Duration.ofHours(11)).isBefore(now);
    }

    @Override
    void change(ObjectNode hire, Instant now) {
      hire.withObject("/contract").put("readAt", now.toString());
    }
  }

  static final class NoLookBeforeNo extends Mutant.OtherState {
    @Override
    boolean applies(OpenTrainHire hire, Instant now) {
      return hire.asks().stream()
          .anyMatch(ask -> ask.state() == Ask.State.DECLINED && !hire.lookedAfter(ask));
    }

    @Override
    void change(ObjectNode hire, Instant now) {
      asks(hire, ask -> ask.put("lookedAtEnd", true));
    }
  }

  static final class DoubtTriedAgain extends Mutant.OtherState {
    @Override
    boolean applies(OpenTrainHire hire, Instant now) {
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

  static final class UnansweredForgotten extends Mutant.OtherState {
    @Override
    boolean applies(OpenTrainHire hire, Instant now) {
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

  /** What is past its time has expired; nobody looks. */
  static final class ExpiryFromTheClock extends Mutant.OtherState {
    @Override
    boolean applies(OpenTrainHire hire, Instant now) {
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
}
