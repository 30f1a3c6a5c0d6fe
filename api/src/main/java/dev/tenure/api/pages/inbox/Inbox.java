package dev.tenure.api.pages.inbox;

import dev.tenure.api.pages.hires.view.ApprovalRow;
import dev.tenure.api.pages.hires.view.IncidentRow;
import dev.tenure.api.pages.shared.Glossary;
import dev.tenure.api.pages.shared.Pagination;
import dev.tenure.journal.read.ApprovalInbox;
import dev.tenure.journal.read.ApprovalInbox.Group;
import dev.tenure.journal.read.HireQuery;
import dev.tenure.journal.read.Hires;
import dev.tenure.journal.read.Incidents;
import dev.tenure.model.money.Money;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers what needs a person. */
@Singleton
record Inbox(ApprovalInbox approvals, Incidents incidents, Hires hires) {

  private static final int APPROVALS = 25;
  private static final int INCIDENTS = 5;

  /**
   * What needs a person.
   *
   * @param filter what the address asks for
   * @param summary the totals of all pending approvals that the search finds
   * @param labels those by which the approvals can be grouped
   * @param incidents the longest open ones
   * @param incidentCount how many are open
   * @param empty whether there is no hire at all yet
   */
  record InboxPage(
      InboxFilter filter,
      String summary,
      List<String> labels,
      List<ApprovalGroup> groups,
      Pagination pagination,
      List<IncidentRow> incidents,
      long incidentCount,
      boolean empty) {}

  /**
   * Approvals that belong together.
   *
   * @param totals of the whole group, also of what is on other pages
   */
  record ApprovalGroup(String title, String totals, List<ApprovalRow> rows) {}

  /**
   * @param page which part of the approvals
   */
  InboxPage page(InboxFilter filter, int page) {
    List<Group> all = approvals.groups(filter.query());
    long total = all.stream().mapToLong(Group::count).sum();
    Pagination pagination = Pagination.of(page, APPROVALS, total, filter::path);
    long open = incidents.countOpenByCause().values().stream().mapToLong(Long::longValue).sum();
    return new InboxPage(
        filter,
        totals(all),
        approvals.labels(),
        groups(filter, all, pagination),
        pagination,
        incidents.open(null, 0, INCIDENTS).stream().map(IncidentRow::of).toList(),
        open,
        total == 0 && open == 0 && hires.list(HireQuery.newest(1)).items().isEmpty());
  }

  private List<ApprovalGroup> groups(InboxFilter filter, List<Group> all, Pagination pagination) {
    Map<String, List<ApprovalRow>> rows = new LinkedHashMap<>();
    approvals
        .list(filter.query(), pagination.offset(APPROVALS), APPROVALS)
        .forEach(
            item ->
                rows.computeIfAbsent(item.groupKey(), key -> new ArrayList<>())
                    .add(new ApprovalRow(item.approval(), item.milestone(), item.jobId())));
    return rows.entrySet().stream()
        .map(
            group ->
                new ApprovalGroup(
                    filter.title(group.getKey()),
                    totals(all.stream().filter(one -> one.key().equals(group.getKey())).toList()),
                    group.getValue()))
        .toList();
  }

  /** Amounts of different currencies stand beside each other and are never added. */
  private static String totals(List<Group> groups) {
    long count = groups.stream().mapToLong(Group::count).sum();
    long soon = groups.stream().mapToLong(Group::soon).sum();
    long decline = groups.stream().mapToLong(Group::toDecline).sum();
    List<String> words = new ArrayList<>();
    words.add(count == 1 ? "1 approval" : count + " approvals");
    words.addAll(
        amounts(groups.stream().map(Group::charged).toList(), " to charge, fees included"));
    words.addAll(amounts(groups.stream().map(Group::released).toList(), " to release from escrow"));
    if (soon > 0) {
      words.add(soon + (soon == 1 ? " expires" : " expire") + " within 12 h");
    }
    if (decline > 0) {
      words.add(decline + " to decline");
    }
    return String.join(" · ", words);
  }

  private static List<String> amounts(List<Money> parts, String words) {
    Map<String, Money> sums = new TreeMap<>();
    parts.stream()
        .filter(Money::isPositive)
        .forEach(part -> sums.merge(part.currency(), part, Money::plus));
    return sums.values().stream().map(sum -> Glossary.money(sum) + words).toList();
  }
}
