package dev.tenure.api.web.inbox;

import dev.tenure.api.web.hires.row.ApprovalRow;
import dev.tenure.api.web.hires.row.IncidentRow;
import dev.tenure.api.web.page.Pagination;
import java.util.List;

/**
 * What needs a person, ready to print.
 *
 * @param summary the totals of all pending approvals that the search finds
 * @param groupings by what the approvals can be grouped
 * @param incidents the longest open ones
 * @param incidentCount how many are open
 * @param empty whether there is no hire at all yet
 */
public record InboxPage(
    String summary,
    List<Grouping> groupings,
    String text,
    List<ApprovalGroup> groups,
    Pagination pagination,
    List<IncidentRow> incidents,
    long incidentCount,
    boolean empty) {

  /** A choice of a list. */
  public record Grouping(String value, String words, boolean chosen) {}

  /**
   * Approvals that belong together.
   *
   * @param totals of the whole group, also of what is on other pages
   */
  public record ApprovalGroup(String title, String totals, List<ApprovalRow> rows) {}
}
