package dev.tenure.api.web;

import dev.tenure.model.EditedTerms;
import dev.tenure.model.EndRule;
import dev.tenure.model.ReleaseRule;
import dev.tenure.model.Then;

/** What the rules of a hire mean to people. */
final class Rules {

  private Rules() {}

  static String words(ReleaseRule rule) {
    return switch (rule) {
      case ON_DELIVERY -> "when it is delivered";
      case ON_REQUEST -> "when you say so";
    };
  }

  static String words(EndRule rule) {
    return switch (rule) {
      case WHEN_ALL_PAID -> "when every milestone is paid";
      case ON_REQUEST -> "when you say so";
    };
  }

  static String words(EditedTerms rule) {
    return switch (rule) {
      case ACCEPT_WITHIN_BUDGET -> "accept them within the budget";
      case HOLD -> "wait for your answer";
    };
  }

  static String words(Then rule) {
    return switch (rule) {
      case HOLD -> "wait for your answer";
      case CLOSE -> "close the hire";
    };
  }
}
