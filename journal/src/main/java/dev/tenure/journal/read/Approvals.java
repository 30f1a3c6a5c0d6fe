package dev.tenure.journal.read;

import dev.tenure.journal.store.AccountAccess;
import dev.tenure.journal.store.Json;
import dev.tenure.journal.store.Slice;
import dev.tenure.journal.store.Transactions;
import dev.tenure.journal.store.WhereClause;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.plan.RefusalPolicy;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/** The approvals of all hires. */
@Singleton
public final class Approvals {

  /** What {@link #read} reads, of approvals {@code a} and their hires {@code h}. */
  static final String COLUMNS =
      """
      a.hire_id, a.document, h.account,
      case when h.plan -> 'openContract' is null then h.proposal_id end as proposal_id,
      h.external_ref, h.status as hire_status,
      coalesce(h.document #> '{terms,policies,onDeclined}', h.plan #> '{policies,onDeclined}')
        as on_declined,
      (select count(*) from approvals d where d.hire_id = a.hire_id and d.status = 'declined'
        and d.document ->> 'kind' = a.document ->> 'kind'
        and d.document ->> 'milestone' is not distinct from a.document ->> 'milestone')
        as declined
      """;

  private static final String SELECT =
      "select " + COLUMNS + " from approvals a join hires h on h.id = a.hire_id ";

  private final Transactions transactions;
  private final AccountAccess access;

  Approvals(Transactions transactions, AccountAccess access) {
    this.transactions = transactions;
    this.access = access;
  }

  /** The approval of that id; of two hires that share it, the newer hire's. */
  public Optional<ApprovalView> find(String id) {
    var where = access.current().restrict(new WhereClause().all("a.id = ?", id), "h.account");
    return transactions.run(
        sql ->
            sql.first(
                SELECT + where.sql() + " order by h.seq desc limit 1",
                Approvals::read,
                where.arguments()));
  }

  /** Approvals, the soonest deadline first. */
  public Slice<ApprovalView> list(ApprovalQuery query) {
    WhereClause conditions = access.current().restrict(conditions(query), "h.account");
    return transactions.run(
        sql ->
            Slice.of(
                sql.list(
                    SELECT + conditions.sql() + " order by a.expires_at, a.id limit ?",
                    Approvals::read,
                    conditions.arguments(query.limit() + 1)),
                query.limit()));
  }

  private static WhereClause conditions(ApprovalQuery query) {
    var conditions = new WhereClause();
    conditions.with("a.status = ?", query.status() == null ? null : query.status().wire());
    conditions.with("a.document ->> 'kind' = ?", query.kind() == null ? null : query.kind().wire());
    conditions.with("h.account = ?", query.account());
    conditions.with("a.hire_id = ?", query.hireId());
    ApprovalQuery.Place after = query.after();
    if (after != null) {
      conditions.all("(a.expires_at, a.id) > (?, ?)", after.expiresAt(), after.id());
    }
    return conditions;
  }

  static ApprovalView read(ResultSet row) throws SQLException {
    return new ApprovalView(
        row.getString("hire_id"),
        row.getString("account"),
        row.getString("proposal_id"),
        row.getString("external_ref"),
        HireStatus.valueOf(row.getString("hire_status").toUpperCase(Locale.ROOT)),
        Json.read(row.getString("on_declined"), RefusalPolicy.class),
        row.getLong("declined"),
        Json.read(row.getString("document"), ApprovalDocument.class));
  }
}
