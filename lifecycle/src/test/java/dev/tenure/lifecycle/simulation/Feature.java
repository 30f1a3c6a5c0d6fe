package dev.tenure.lifecycle.simulation;

/**
 * What may exist in a run. Each run draws which of them do, and how often they strike; the shrinker
 * takes away one after the other.
 */
enum Feature {
  // The wire and the marketplace, at each attempt of a call.
  LOST_ANSWERS(Kind.FAULT, .45, .02, .4, "answers are lost after the effect"),
  LOST_REQUESTS(Kind.FAULT, .3, .02, .3, "requests are lost without an answer"),
  NEVER_SENT(Kind.FAULT, .3, .05, .5, "no connection for one attempt"),
  UNREACHABLE(Kind.FAULT, .25, .01, .1, "no connection for a while"),
  OUTAGES(Kind.FAULT, .25, .01, .1, "an outage that answers 503"),
  RATE_LIMITS(Kind.FAULT, .2, .01, .1, "429 for a while"),
  SLOW_ANSWERS(Kind.FAULT, .3, .05, .5, "answers take up to a minute"),
  LATE_EFFECTS(Kind.FAULT, .2, .1, .6, "what was sent arrives after nobody waits any more"),
  LATE_READS(Kind.FAULT, .4, .1, .9, "reads of contracts are late"),
  SECOND_READ_FAILS(Kind.FAULT, .3, .1, .8, "the contract is not read with its approval"),
  FEED_LATE(Kind.FAULT, .2, .2, 1, "the updates feed is behind"),
  CARD_MISSING(Kind.FAULT, .15, .02, .2, "no card on file, for a while"),
  CARD_DECLINES(Kind.FAULT, .1, .05, .4, "the card declines, for a while"),
  TOKEN_ROTATED(Kind.FAULT, .2, .01, .15, "the token is rotated to one that sees less"),
  TOKEN_REFUSED(Kind.FAULT, .12, .01, .1, "the token is refused, for a while"),
  SCOPE_WITHDRAWN(Kind.FAULT, .12, .01, .1, "a scope is withdrawn, for a while"),
  FEATURE_OFF(Kind.FAULT, .08, .01, .1, "a feature is off, for a while"),
  UNCLAIMED(Kind.FAULT, .06, .01, .1, "the account is unclaimed, for a while"),
  // Notifications.
  NOTIFICATIONS_LOST(Kind.FAULT, .4, .1, 1, "notifications are lost"),
  NOTIFICATIONS_DOUBLED(Kind.FAULT, .25, .1, .6, "notifications come twice"),
  NOTIFICATIONS_LATE(Kind.FAULT, .35, .1, .8, "notifications are late and out of order"),
  NOTIFICATIONS_STRAY(Kind.FAULT, .15, .02, .2, "notifications of other hires arrive"),
  NO_SWEEP(Kind.FAULT, .35, 1, 1, "there is no account sweep"),
  // The process.
  RESTARTS(Kind.FAULT, .4, .01, .1, "the state goes through JSON"),
  HAND_OVERS(Kind.FAULT, .35, .01, .15, "the run is handed over"),
  WORKER_KILLS(Kind.FAULT, .3, .02, .2, "the worker is killed"),
  // People who decide on approvals.
  DECLINES(Kind.PEOPLE, .4, .05, .5, "people decline"),
  IGNORES(Kind.PEOPLE, .35, .05, .6, "people let approvals expire"),
  EDITS(Kind.PEOPLE, .3, .2, 1, "people confirm the hire on other terms"),
  END_PAYS(Kind.PEOPLE, .3, .3, 1, "people pay what is held at the end"),
  // People in the app.
  APP_HIRES(Kind.PEOPLE, .2, .1, .7, "people hire in the app"),
  OTHERS_ASK(Kind.PEOPLE, .12, .2, .8, "somebody else asks for the hire on other terms"),
  APP_FUNDS(Kind.PEOPLE, .25, .05, .6, "people fund in the app"),
  APP_PAYS(Kind.PEOPLE, .25, .05, .6, "people pay in the app"),
  APP_CANCELS(Kind.PEOPLE, .3, .03, .4, "people cancel milestones in the app"),
  APP_DISPUTES(Kind.PEOPLE, .12, .05, .3, "people dispute milestones"),
  APP_ADDS(Kind.PEOPLE, .3, .05, .5, "people add milestones in the app"),
  APP_COPIES(Kind.PEOPLE, .15, .05, .5, "people copy a milestone with its tag"),
  APP_REPRICES(Kind.PEOPLE, .2, .05, .5, "people change amounts in the app"),
  APP_ENDS(Kind.PEOPLE, .2, .02, .3, "people end the contract in the app"),
  NOT_FIT(Kind.PEOPLE, .06, .2, 1, "the proposal is marked as not a fit"),
  // Trainers.
  NO_DELIVERY(Kind.PEOPLE, .25, .1, .6, "trainers never ask for the payout"),
  DELIVERY_WITHDRAWN(Kind.PEOPLE, .15, .1, .6, "trainers take the payout request back"),
  WORK(Kind.PEOPLE, .5, .2, 1, "hours or labels are worked"),
  // Operators and requesters.
  OPERATORS(Kind.PEOPLE, .7, .3, 1, "operators answer incidents"),
  COMMANDS(Kind.PEOPLE, .5, .01, .15, "requesters send commands of any kind"),
  CANCELS(Kind.PEOPLE, .3, .01, .12, "requesters cancel"),
  ENDS(Kind.PEOPLE, .15, .01, .08, "requesters end the contract"),
  PAUSES(Kind.PEOPLE, .25, .02, .15, "requesters pause and resume"),
  NO_REQUESTER(Kind.PEOPLE, .1, 1, 1, "nobody sends the commands that are waited for"),
  // The plan.
  SHORT_WINDOWS(Kind.PLAN, .4, 1, 1, "approvals expire within an hour"),
  VOLUMES(Kind.PLAN, .2, 1, 1, "the contract is paid by hours or labels"),
  OVERLAP(Kind.PLAN, .5, .3, 1, "milestones overlap"),
  ON_REQUEST(Kind.PLAN, .3, .2, .8, "funding, release or end on request"),
  CAP(Kind.PLAN, .5, 1, 1, "a cap"),
  POLICIES(Kind.PLAN, .5, 1, 1, "other policies than the default ones"),
  DUE_DATES(Kind.PLAN, .2, .3, 1, "due dates"),
  TWO_HIRES(Kind.PLAN, .12, 1, 1, "a second hire on the account");

  /** Which part of the world it belongs to. */
  enum Kind {
    FAULT,
    PEOPLE,
    PLAN
  }

  final Kind kind;
  final double share;
  final double least;
  final double most;
  final String words;

  Feature(Kind kind, double share, double least, double most, String words) {
    this.kind = kind;
    this.share = share;
    this.least = least;
    this.most = most;
    this.words = words;
  }
}
