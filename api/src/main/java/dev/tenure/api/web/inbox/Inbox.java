package dev.tenure.api.web.inbox;

import dev.tenure.api.web.hires.row.ApprovalRow;
import dev.tenure.api.web.hires.row.IncidentRow;
import dev.tenure.api.web.page.Glossary;
import dev.tenure.api.web.page.Pagination;
import dev.tenure.api.web.page.RelativeTimes;
import dev.tenure.journal.read.ApprovalInbox;
import dev.tenure.journal.read.ApprovalInbox.Group;
import dev.tenure.journal.read.HireQuery;
import dev.tenure.journal.read.Hires;
import dev.tenure.journal.read.Incidents;
import dev.tenure.model.money.Money;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gathers what needs a person. */
@Singleton
final class Inbox {

  private static final int APPROVALS = 25;
  private static final int INCIDENTS = 5;

  private final ApprovalInbox approvals;
  private final Incidents incidents;
  private final Hires hires;

  Inbox(ApprovalInbox approvals, Incidents incidents, Hires hires) {
    this.approvals = approvals;
    this.incidents = incidents;
    this.hires = hires;
  }

  /**
   * @param page which part of the approvals
   */
  InboxPage page(InboxFilter filter, @Nullable String page) {
    var times = new RelativeTimes(Instant.now());
    List<Group> all = approvals.groups(filter.query());
    long total = all.stream().mapToLong(Group::count).sum();
    Pagination pagination = Pagination.of(page, APPROVALS, total, filter::path);
    long open = incidents.countOpenByCause().values().stream().mapToLong(Long::longValue).sum();
    return new InboxPage(
        totals(all),
        filter.groupings(approvals.labels()),
        filter.text(),
        groups(filter, all, pagination, times),
        pagination,
        incidents.open(null, 0, INCIDENTS).stream().map(one -> IncidentRow.of(one, times)).toList(),
        open,
        total == 0 && open == 0 && hires.list(HireQuery.newest(1)).items().isEmpty());
  }

  private List<InboxPage.ApprovalGroup> groups(
      InboxFilter filter, List<Group> all, Pagination pagination, RelativeTimes times) {
    Map<String, List<ApprovalRow>> rows = new LinkedHashMap<>();
    approvals
        .list(filter.query(), pagination.offset(APPROVALS), APPROVALS)
        .forEach(
            item ->
                rows.computeIfAbsent(item.groupKey(), key -> new ArrayList<>())
                    .add(ApprovalRow.of(item, times)));
    return rows.entrySet().stream()
        .map(
            group ->
                new InboxPage.ApprovalGroup(
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
