package dev.tenure.lifecycle.simulation;

import java.util.Map;

/** A rare pair of events towards which some runs are steered, since plain dice seldom meet it. */
enum Corner {
  /** A creation without an answer, that the contract shows late. */
  CREATION_SEEN_LATE,
  /** A creation that is stopped, or whose worker dies, while it may be under way. */
  CREATION_STOPPED,
  /** An unanswered ask, and then an abort or a cancel. */
  UNANSWERED_THEN_ABORT,
  /** A no that is followed by the deed in the app. */
  NO_THEN_APP,
  /** Sight of an approval is lost, and it is confirmed all the same. */
  LOST_THEN_CONFIRMED,
  /** An unanswered ask that a person declines meanwhile. */
  UNANSWERED_THEN_DECLINED,
  /** Two hires that one obstacle holds. */
  ONE_OBSTACLE_FOR_TWO,
  /** The end is asked for while somebody else moves money. */
  END_IN_A_CROWD,
  /** Looks that cross: fast and slow ones, early and late pictures. */
  LOOKS_CROSS,
  /** Money close to the cap. */
  CLOSE_TO_THE_CAP,
  /** Commands of any kind while approvals are pending. */
  COMMANDED_A_LOT;

  /** What there is, how often, whatever else the run draws. */
  Map<Feature, Double> rates() {
    return switch (this) {
      case CREATION_SEEN_LATE ->
          Map.of(Feature.LOST_ANSWERS, .6, Feature.LATE_READS, .95, Feature.OPERATORS, .6);
      case CREATION_STOPPED ->
          Map.of(
              Feature.WORKER_KILLS, .4,
              Feature.SLOW_ANSWERS, .7,
              Feature.LATE_READS, .9,
              Feature.HAND_OVERS, .3,
              Feature.PAUSES, .2);
      case UNANSWERED_THEN_ABORT ->
          Map.of(
              Feature.LOST_ANSWERS, .7,
              Feature.UNREACHABLE, .3,
              Feature.OPERATORS, 1.0,
              Feature.CANCELS, .3);
      case NO_THEN_APP ->
          Map.of(
              Feature.DECLINES, .7,
              Feature.APP_HIRES, .7,
              Feature.APP_FUNDS, .7,
              Feature.APP_PAYS, .7,
              Feature.NOTIFICATIONS_LOST, .7);
      case LOST_THEN_CONFIRMED ->
          Map.of(Feature.TOKEN_ROTATED, .35, Feature.SLOW_ANSWERS, .3, Feature.OPERATORS, .4);
      case UNANSWERED_THEN_DECLINED ->
          Map.of(
              Feature.LOST_ANSWERS, .8,
              Feature.DECLINES, .8,
              Feature.NOTIFICATIONS_LOST, .5,
              Feature.SLOW_ANSWERS, .4);
      case ONE_OBSTACLE_FOR_TWO ->
          Map.of(
              Feature.TWO_HIRES, 1.0,
              Feature.CARD_MISSING, .5,
              Feature.TOKEN_REFUSED, .2,
              Feature.UNREACHABLE, .2);
      case END_IN_A_CROWD ->
          Map.of(
              Feature.ENDS, .2,
              Feature.APP_ADDS, .6,
              Feature.APP_FUNDS, .6,
              Feature.LOST_ANSWERS, .3,
              Feature.APP_ENDS, .3);
      case LOOKS_CROSS ->
          Map.of(
              Feature.SLOW_ANSWERS, .8,
              Feature.LATE_READS, .8,
              Feature.APP_CANCELS, .3,
              Feature.APP_FUNDS, .4);
      case CLOSE_TO_THE_CAP ->
          Map.of(
              Feature.CAP, 1.0,
              Feature.EDITS, .8,
              Feature.APP_ADDS, .5,
              Feature.APP_REPRICES, .5,
              Feature.COMMANDS, .1);
      case COMMANDED_A_LOT ->
          Map.of(
              Feature.COMMANDS, .25,
              Feature.OVERLAP, 1.0,
              Feature.IGNORES, .4,
              Feature.LOST_ANSWERS, .2);
    };
  }
}
