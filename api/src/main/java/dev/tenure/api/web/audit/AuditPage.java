package dev.tenure.api.web.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the audit list, the newest first, ready to print.
 *
 * @param hire what the list is narrowed to; empty for all
 * @param actor what the list is narrowed to; empty for all
 * @param newest where the list begins, unless it does so here
 * @param older where it goes on, if it does
 */
public record AuditPage(
    String hire,
    String actor,
    List<AuditRow> entries,
    @Nullable String newest,
    @Nullable String older) {

  public boolean narrows() {
    return !hire.isEmpty() || !actor.isEmpty();
  }
}
