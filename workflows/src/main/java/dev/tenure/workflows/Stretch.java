package dev.tenure.workflows;

import dev.tenure.model.MilestoneState;

/** How far a milestone has come over there, coarsely: our asking alone never moves it on. */
enum Stretch {
  UNFUNDED,
  IN_ESCROW,
  OVER;

  static Stretch of(MilestoneState state) {
    return switch (state) {
      case PLANNED, CREATED, AWAITING_FUNDING -> UNFUNDED;
      case FUNDED, DELIVERED, AWAITING_RELEASE -> IN_ESCROW;
      case PAID, CANCELLED, DROPPED -> OVER;
    };
  }
}
