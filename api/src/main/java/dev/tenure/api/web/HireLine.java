package dev.tenure.api.web;

import dev.tenure.journal.read.HireView;
import dev.tenure.model.HireDocument;
import dev.tenure.model.HireStatus;

/** A hire in a list, ready to print. */
public record HireLine(
    String title,
    String path,
    String proposal,
    String account,
    String status,
    String tone,
    boolean paused,
    int incidents,
    String sentence,
    String paid,
    String worstCase,
    When updated) {

  static HireLine of(HireView hire, Moments moments) {
    HireDocument document = hire.document();
    return new HireLine(
        Titles.hire(hire),
        Links.hire(hire.id()),
        document.proposalId(),
        document.account(),
        Words.status(document.status()),
        tone(document.status()),
        document.paused(),
        hire.openIncidents().size(),
        StatusWords.of(hire),
        Words.money(document.money().paid()),
        Words.money(document.money().worstCase()),
        moments.when(document.updatedAt()));
  }

  static String tone(HireStatus status) {
    return switch (status) {
      case ENDED -> "done";
      case AWAITING_APPROVAL -> "waits";
      case ACTIVE, ENDING, REQUESTED -> "runs";
      case DECLINED, EXPIRED, CANCELLING, CANCELLED -> "idle";
    };
  }
}
