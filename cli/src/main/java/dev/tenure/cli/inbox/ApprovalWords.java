package dev.tenure.cli.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.terminal.Formats;

/** An approval in words. */
final class ApprovalWords {
  private ApprovalWords() {}

  /** What it is about: its kind, and the milestone if it has one. */
  static String named(JsonNode approval) {
    return Formats.plain(approval.path("kind")) + Formats.after(" ", approval.path("milestone"));
  }

  /** What follows a no; an effect that a newer front names is told by its name. */
  static String ifDeclined(JsonNode approval) {
    var effect = approval.path("ifDeclined").asText();
    return switch (effect) {
      case "asked_again" -> "it is requested again";
      case "hire_waits" -> "the hire waits for an answer";
      case "contract_ends" -> "the end of the contract is requested";
      case "hire_closes" -> "the hire closes";
      case "dispute_asked" -> "a dispute is requested";
      case "paid_by_silence" -> "the delivery is paid at its review deadline all the same";
      default -> effect.replace('_', ' ');
    };
  }
}
