package dev.tenure.api.web.audit;

import dev.tenure.api.web.page.Links;
import dev.tenure.api.web.page.Moment;
import dev.tenure.api.web.page.RelativeTimes;
import dev.tenure.journal.access.AuditEntry;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit list, ready to print.
 *
 * @param tone the colour of the outcome
 */
public record AuditRow(
    Moment at,
    String who,
    @Nullable String from,
    String action,
    @Nullable String subject,
    @Nullable String hirePath,
    @Nullable String hireId,
    String outcome,
    String tone) {

  static AuditRow of(AuditEntry entry, RelativeTimes times) {
    String name = entry.actor() == null ? "Nobody known" : entry.actor();
    String action = entry.action().replace('_', ' ');
    return new AuditRow(
        times.when(entry.at()),
        "session".equals(entry.via()) ? name + ", signed in" : name,
        entry.remote(),
        action.isEmpty() ? action : Character.toUpperCase(action.charAt(0)) + action.substring(1),
        entry.subject(),
        entry.hireId() == null ? null : Links.hire(Links.encoded(entry.hireId())),
        entry.hireId(),
        outcome(entry),
        switch (entry.outcome()) {
          case CARRIED_OUT -> "idle";
          case REFUSED -> "waits";
          case UNANSWERED -> "alert";
        });
  }

  private static String outcome(AuditEntry entry) {
    String words =
        switch (entry.outcome()) {
          case CARRIED_OUT -> "Carried out";
          case REFUSED -> "Refused";
          case UNANSWERED -> "Unanswered";
        };
    return entry.code() == null ? words : words + ": " + entry.code().replace('_', ' ');
  }
}
