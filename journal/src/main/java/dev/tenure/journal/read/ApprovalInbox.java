package dev.tenure.journal.read;

import dev.tenure.journal.store.AccountAccess;
import dev.tenure.journal.store.Json;
import dev.tenure.journal.store.Sql;
import dev.tenure.journal.store.Transactions;
import dev.tenure.journal.store.WhereClause;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.money.Money;
import dev.tenure.model.wire.WireName;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pending approvals of all hires, in groups, with what a person needs to decide on them. */
@Singleton
public final class ApprovalInbox {

  private static final String PENDING =
      """
      with pending as (
        select :columns, a.id, a.expires_at, h.document ->> 'jobId' as job_id,
               m.document as milestone, coalesce(:group, '') as group_key
        from approvals a join hires h on h.id = a.hire_id
          left join milestones m on m.hire_id = a.hire_id and m.key = a.document ->> 'milestone'
        where a.status = 'pending'
          and (cast(? as text[]) is null or h.account = any(?))
          and (cast(? as text) is null or strpos(lower(concat_ws(' ', h.id, h.account,
            h.proposal_id, h.contract_id, h.external_ref,
            translate(cast(h.labels as text), '{}"', ''), m.document ->> 'name',
            m.document ->> 'description')), ?) > 0))
      """;

  private final Transactions transactions;
  private final AccountAccess access;

  ApprovalInbox(Transactions transactions, AccountAccess access) {
    this.transactions = transactions;
    this.access = access;
  }

  /** By what approvals are put together. */
  public enum GroupKind implements WireName {
    /** How much time is left: see {@link Group#key}. */
    DEADLINE(
        "case when a.expires_at <= now() then '0'"
            + " when a.expires_at <= now() + interval '12 hours' then '1'"
            + " when a.expires_at <= now() + interval '24 hours' then '2'"
            + " when a.expires_at <= now() + interval '72 hours' then '3' else '4' end"),
    /** What a person is asked for: the wire name of the approval's kind. */
    KIND("a.document ->> 'kind'"),
    JOB("h.document ->> 'jobId'"),
    ACCOUNT("h.account"),
    /** The value of one label of the hire. */
    LABEL("h.labels ->> cast(? as text)");

    private final String sql;

    GroupKind(String sql) {
      this.sql = sql;
    }
  }

  /**
   * Which pending approvals, and how they are grouped.
   *
   * @param label the label's name, for {@link GroupKind#LABEL} only
   * @param text part of an id, the reference, a label, or the milestone's name or description;
   *     upper and lower case are the same
   */
  public record Query(GroupKind group, @Nullable String label, @Nullable String text) {

    public Query {
      if ((group == GroupKind.LABEL) != (label != null)) {
        throw new IllegalArgumentException("a label is named for LABEL, and for nothing else");
      }
    }
  }

  /**
   * One pending approval.
   *
   * @param groupKey of the group that it belongs to
   * @param jobId the marketplace's job, once it is known
   * @param milestone that it is about; absent for the end of a contract
   */
  public record Item(
      String groupKey,
      ApprovalView approval,
      @Nullable String jobId,
      @Nullable MilestoneDocument milestone) {}

  /**
   * A group with its totals in one currency.
   *
   * @param key the value that its approvals share, empty where they have none; for {@link
   *     GroupKind#DEADLINE} 0 for passed, 1 for within 12 h, 2 for within 24 h, 3 for within 72 h,
   *     4 for later
   * @param charged what the hires and fundings among them charge, fees included
   * @param released what the releases among them pay out of escrow
   * @param soonest the earliest deadline
   * @param soon how many end within 12 h
   * @param toDecline how many belong to a hire that is being cancelled
   */
  public record Group(
      String key,
      long count,
      Money charged,
      Money released,
      Instant soonest,
      long soon,
      long toDecline) {}

  /** A part of the list, in the order of the groups and then of the deadlines. */
  public List<Item> list(Query query, int offset, int limit) {
    return transactions.run(
        sql ->
            sql.list(
                pending(query)
                    + "select * from pending order by group_key, expires_at, id"
                    + " limit ? offset ?",
                ApprovalInbox::item,
                arguments(query, limit, offset)));
  }

  /** Every group, one for each currency in it, in the order of the list. */
  public List<Group> groups(Query query) {
    return transactions.run(
        sql ->
            sql.list(
                pending(query)
                    + """
                    , priced as (
                      select group_key, expires_at, hire_status, document ->> 'kind' as kind,
                             coalesce(document -> 'amount' ->> 'currency', 'USD') as currency,
                             cast(document -> 'amount' ->> 'amount' as numeric) as amount,
                             cast(document -> 'feesEstimated' ->> 'amount' as numeric) as fees
                      from pending)
                    select group_key, currency, count(*) as count, min(expires_at) as soonest,
                           coalesce(sum(amount + coalesce(fees, 0))
                             filter (where kind in ('proposal_hire', 'milestone_fund')), 0)
                             as charged,
                           coalesce(sum(amount) filter (where kind = 'milestone_approve'), 0)
                             as released,
                           count(*) filter (where expires_at <= now() + interval '12 hours')
                             as soon,
                           count(*) filter (where hire_status = 'cancelling') as to_decline
                    from priced group by group_key, currency order by group_key, currency
                    """,
                ApprovalInbox::group,
                arguments(query)));
  }

  /** The names of the labels that hires with a pending approval carry, at most 20. */
  public List<String> labels() {
    var where =
        access.current().restrict(new WhereClause().all("a.status = 'pending'"), "h.account");
    return transactions.run(
        sql ->
            sql.list(
                "select distinct jsonb_object_keys(h.labels) as name"
                    + " from approvals a join hires h on h.id = a.hire_id"
                    + where.sql()
                    + " order by name limit 20",
                row -> row.getString("name"),
                where.arguments()));
  }

  private static String pending(Query query) {
    return PENDING.replace(":columns", Approvals.COLUMNS).replace(":group", query.group().sql);
  }

  private @Nullable Object[] arguments(Query query, Object... more) {
    String text = query.text() == null ? null : query.text().toLowerCase(Locale.ROOT);
    List<@Nullable Object> all = new ArrayList<>();
    if (query.label() != null) {
      all.add(query.label());
    }
    @Nullable Set<String> accounts = access.current().accounts();
    all.add(accounts);
    all.add(accounts);
    all.add(text);
    all.add(text);
    all.addAll(Arrays.asList(more));
    return all.toArray();
  }

  private static Item item(ResultSet row) throws SQLException {
    String milestone = row.getString("milestone");
    return new Item(
        row.getString("group_key"),
        Approvals.read(row),
        row.getString("job_id"),
        milestone == null ? null : Json.read(milestone, MilestoneDocument.class));
  }

  private static Group group(ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    return new Group(
        row.getString("group_key"),
        row.getLong("count"),
        money(row.getBigDecimal("charged"), currency),
        money(row.getBigDecimal("released"), currency),
        Objects.requireNonNull(Sql.instant(row, "soonest")),
        row.getLong("soon"),
        row.getLong("to_decline"));
  }

  private static Money money(BigDecimal amount, String currency) {
    return new Money(amount, currency);
  }
}
