package dev.tenure.api.web.hires.view;

import dev.tenure.api.web.hires.action.ActionButton;
import dev.tenure.api.web.hires.row.ApprovalRow;
import dev.tenure.api.web.hires.row.EventRow;
import dev.tenure.api.web.hires.row.HireRow;
import dev.tenure.api.web.hires.row.IncidentRow;
import dev.tenure.api.web.hires.row.MilestoneRow;
import dev.tenure.api.web.hires.row.WaitRow;
import dev.tenure.api.web.page.Fact;
import dev.tenure.api.web.page.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one hire, ready to print.
 *
 * @param done what was just carried out
 * @param error why something was not carried out
 * @param ledger the address of its ledger
 * @param actions those about the hire as a whole
 * @param changes where changes of this hire are told
 */
public record HirePage(
    @Nullable Success done,
    @Nullable String error,
    HireRow hire,
    List<WaitRow> waits,
    List<IncidentRow> incidents,
    List<MilestoneRow> milestones,
    List<Fact> money,
    String ledger,
    List<ApprovalRow> approvals,
    List<EventRow> events,
    @Nullable String olderEvents,
    List<Fact> facts,
    List<ActionButton> actions,
    String json,
    @Nullable String temporalUi,
    Moment asOf,
    String changes) {

  /**
   * What was carried out.
   *
   * @param approval what a person decides on now, where that follows from it
   */
  public record Success(String words, @Nullable ApprovalRow approval) {}
}
