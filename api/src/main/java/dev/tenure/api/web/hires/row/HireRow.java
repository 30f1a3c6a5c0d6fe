package dev.tenure.api.web.hires.row;

import dev.tenure.api.web.page.Glossary;
import dev.tenure.api.web.page.Links;
import dev.tenure.api.web.page.Moment;
import dev.tenure.api.web.page.RelativeTimes;
import dev.tenure.api.web.page.Titles;
import dev.tenure.journal.read.HireView;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.HireStatus;
import org.jspecify.annotations.Nullable;

/** A hire in a list, ready to print. */
public record HireRow(
    String id,
    String title,
    String path,
    @Nullable String proposal,
    String account,
    String status,
    String tone,
    boolean paused,
    int incidents,
    String sentence,
    String paid,
    String worstCase,
    Moment updated) {

  public static HireRow of(HireView hire, RelativeTimes times) {
    HireDocument document = hire.document();
    return new HireRow(
        hire.id(),
        Titles.hire(hire),
        Links.hire(hire.id()),
        hire.row().plan().openContract() == null ? document.proposalId() : null,
        document.account(),
        Glossary.status(document.status()),
        tone(document.status()),
        document.paused(),
        hire.openIncidents().size(),
        StatusText.of(hire),
        Glossary.money(document.money().paid()),
        Glossary.money(document.money().worstCase()),
        times.when(document.updatedAt()));
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
