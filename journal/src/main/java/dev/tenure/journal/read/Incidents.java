package dev.tenure.journal.read;

import dev.tenure.journal.store.AccountAccess;
import dev.tenure.journal.store.Json;
import dev.tenure.journal.store.Slice;
import dev.tenure.journal.store.Transactions;
import dev.tenure.journal.store.WhereClause;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneDocument;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The incidents of all hires. */
@Singleton
public final class Incidents {

  private static final String SELECT =
      """
      select i.hire_id, h.account, case when h.plan -> 'openContract' is null then h.proposal_id end as proposal_id, h.external_ref, i.document, m.document as milestone
      from incidents i join hires h on h.id = i.hire_id
        left join milestones m on m.hire_id = i.hire_id and m.key = i.document ->> 'milestone'
      """;

  private final Transactions transactions;
  private final AccountAccess access;

  Incidents(Transactions transactions, AccountAccess access) {
    this.transactions = transactions;
    this.access = access;
  }

  /**
   * The incident of that id; of several hires that have one, the one that was opened last.
   *
   * @param hireId the hire that it belongs to, where that is known
   */
  public Optional<IncidentView> find(String id, @Nullable String hireId) {
    var conditions = visible().all("i.id = ?", id).with("i.hire_id = ?", hireId);
    return transactions.run(
        sql ->
            sql.first(
                SELECT + conditions.sql() + " order by i.opened_at desc, h.seq desc limit 1",
                Incidents::read,
                conditions.arguments()));
  }

  /** Incidents, the longest open first. */
  public Slice<IncidentView> list(IncidentQuery query) {
    WhereClause conditions = conditions(query);
    return transactions.run(
        sql ->
            Slice.of(
                sql.list(
                    SELECT + conditions.sql() + " order by i.opened_at, i.hire_id, i.id limit ?",
                    Incidents::read,
                    conditions.arguments(query.limit() + 1)),
                query.limit()));
  }

  /** Open incidents from a place on, the longest open first; of one cause or of all. */
  public List<IncidentView> open(@Nullable IncidentCause cause, int offset, int limit) {
    var conditions =
        visible()
            .all("i.closed_at is null")
            .with("i.document ->> 'cause' = ?", cause == null ? null : cause.wire());
    return transactions.run(
        sql ->
            sql.list(
                SELECT
                    + conditions.sql()
                    + " order by i.opened_at, i.hire_id, i.id limit ? offset ?",
                Incidents::read,
                conditions.arguments(limit, offset)));
  }

  /** How many incidents are open, by cause; causes without any are left out. */
  public Map<IncidentCause, Long> countOpenByCause() {
    record Row(IncidentCause cause, long count) {}
    Map<IncidentCause, Long> counts = new EnumMap<>(IncidentCause.class);
    var conditions = visible().all("i.closed_at is null");
    transactions
        .run(
            sql ->
                sql.list(
                    "select i.document ->> 'cause' as cause, count(*) as count"
                        + " from incidents i join hires h on h.id = i.hire_id"
                        + conditions.sql()
                        + " group by cause",
                    row ->
                        new Row(
                            IncidentCause.valueOf(row.getString("cause").toUpperCase(Locale.ROOT)),
                            row.getLong("count")),
                    conditions.arguments()))
        .forEach(row -> counts.put(row.cause(), row.count()));
    return counts;
  }

  private WhereClause visible() {
    return access.current().restrict(new WhereClause(), "h.account");
  }

  private WhereClause conditions(IncidentQuery query) {
    WhereClause conditions = visible();
    conditions.with("h.account = ?", query.account());
    conditions.with("i.hire_id = ?", query.hireId());
    conditions.with(
        "i.document ->> 'cause' = ?", query.cause() == null ? null : query.cause().wire());
    if (query.open() != null) {
      conditions.all(query.open() ? "i.closed_at is null" : "i.closed_at is not null");
    }
    IncidentQuery.Place after = query.after();
    if (after != null) {
      conditions.all(
          "(i.opened_at, i.hire_id, i.id) > (?, ?, ?)",
          after.openedAt(),
          after.hireId(),
          after.id());
    }
    return conditions;
  }

  private static IncidentView read(ResultSet row) throws SQLException {
    String milestone = row.getString("milestone");
    return new IncidentView(
        row.getString("hire_id"),
        row.getString("account"),
        row.getString("proposal_id"),
        row.getString("external_ref"),
        Json.read(row.getString("document"), IncidentDocument.class),
        milestone == null ? null : Json.read(milestone, MilestoneDocument.class));
  }
}
