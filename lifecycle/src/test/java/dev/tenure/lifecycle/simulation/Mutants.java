package dev.tenure.lifecycle.simulation;

import java.util.List;

/** One rule of the product broken at a time. */
final class Mutants {
  private Mutants() {}

  static List<Mutant> all() {
    return List.of(
        new Mutant(
            "policy ignored before asking again",
            new StateMutants.PolicyIgnored(),
            Mutant.with(Feature.DECLINES),
            300),
        new Mutant(
            "pause ignored", new StateMutants.PauseIgnored(), Mutant.with(Feature.PAUSES), 300),
        new Mutant("cap ignored", new StateMutants.CapIgnored(), Mutant.with(Feature.CAP), 300),
        new Mutant(
            "guard after cancel dropped",
            new DecisionMutants.NoGuard(),
            Mutant.with(Feature.CANCELS),
            300),
        new Mutant(
            "contract never looked at without an event",
            new StateMutants.NoPeriodicLook(),
            Mutant.with(Feature.NO_SWEEP, Feature.NOTIFICATIONS_LOST),
            600),
        new Mutant(
            "no look before a no counts",
            new StateMutants.NoLookBeforeNo(),
            Mutant.with(Feature.SECOND_READ_FAILS, Feature.DECLINES),
            600),
        new Mutant(
            "a stopped creation forgotten",
            new InputMutants.StoppedCreationForgotten(),
            Mutant.in(Corner.CREATION_STOPPED),
            3_000),
        new Mutant(
            "a creation in doubt tried again",
            new StateMutants.DoubtTriedAgain(),
            Mutant.in(Corner.CREATION_SEEN_LATE),
            300),
        new Mutant(
            "unanswered ask forgotten on abort",
            new StateMutants.UnansweredForgotten(),
            Mutant.in(Corner.UNANSWERED_THEN_ABORT),
            600),
        new Mutant(
            "late look adopted",
            new InputMutants.LateLookAdopted(),
            Mutant.in(Corner.LOOKS_CROSS),
            600),
        new Mutant(
            "superseded taken for declined",
            new InputMutants.SupersededIsDeclined(),
            Mutant.with(Feature.OTHERS_ASK, Feature.POLICIES),
            600),
        new Mutant(
            "skip allowed with a live ask",
            new InputMutants.SkipAllowed(),
            Mutant.in(Corner.COMMANDED_A_LOT),
            600),
        new Mutant("end asked twice", new DecisionMutants.EndAskedTwice(), draw -> true, 300),
        new Mutant(
            "foreign milestone touched",
            new DecisionMutants.ForeignTouched(),
            Mutant.with(Feature.APP_ADDS),
            300),
        new Mutant(
            "fee left out of the cap",
            new StateMutants.FeeLeftOut(),
            Mutant.with(Feature.CAP),
            600),
        new Mutant(
            "expiry trusted from the clock without a read",
            new StateMutants.ExpiryFromTheClock(),
            Mutant.with(Feature.NOTIFICATIONS_LOST, Feature.SHORT_WINDOWS),
            600),
        new Mutant(
            "no search before an unanswered ask is repeated",
            new DecisionMutants.NoSearch(),
            Mutant.in(Corner.UNANSWERED_THEN_DECLINED),
            300),
        new Mutant(
            "unanswered taken for not carried out",
            new InputMutants.UnansweredIsUnsent(),
            Mutant.in(Corner.UNANSWERED_THEN_DECLINED),
            300),
        new Mutant(
            "lost sight taken for declined",
            new InputMutants.LostIsDeclined(),
            Mutant.in(Corner.LOST_THEN_CONFIRMED),
            600),
        new Mutant(
            "a key carried out twice",
            new InputMutants.KeyTwice(),
            Mutant.in(Corner.COMMANDED_A_LOT),
            300));
  }
}
