package dev.tenure.journal.read;

import dev.tenure.journal.store.AccountFilter;
import dev.tenure.journal.store.Json;
import dev.tenure.journal.store.Slice;
import dev.tenure.journal.store.Sql;
import dev.tenure.journal.store.WhereClause;
import dev.tenure.model.hire.HireStatus;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** The search over hires, put together of the filters that are present. */
final class HireSearch {

  private HireSearch() {}

  static Slice<HireRow> rows(Sql sql, HireQuery query, AccountFilter accounts) throws SQLException {
    WhereClause where = where(query, accounts, true).with("seq < ?", query.before());
    return Slice.of(
        sql.list(
            HireRows.SELECT + where.sql() + " order by seq desc limit ?",
            HireRows::read,
            where.arguments(query.limit() + 1)),
        query.limit());
  }

  /** How many hires of each status the search finds, whichever status it asks for. */
  static Map<HireStatus, Long> counts(Sql sql, HireQuery query, AccountFilter accounts)
      throws SQLException {
    record Row(HireStatus status, long count) {}
    WhereClause where = where(query, accounts, false);
    Map<HireStatus, Long> counts = new EnumMap<>(HireStatus.class);
    sql.list(
            "select status, count(*) as count from hires" + where.sql() + " group by status",
            row ->
                new Row(
                    HireStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                    row.getLong("count")),
            where.arguments())
        .forEach(row -> counts.put(row.status(), row.count()));
    return counts;
  }

  private static WhereClause where(HireQuery query, AccountFilter accounts, boolean byStatus) {
    return accounts
        .restrict(new WhereClause(), "account")
        .with("status = ?", byStatus && query.status() != null ? query.status().wire() : null)
        .with("account = ?", query.account())
        .with("plan -> 'openContract' is null and proposal_id = ?", query.proposalId())
        .with("contract_id = ?", query.contractId())
        .with("external_ref = ?", query.externalRef())
        .with(
            "labels @> cast(? as jsonb)",
            query.labels().isEmpty() ? null : Json.write(query.labels()))
        .with(
            """
            strpos(lower(concat_ws(' ', id, proposal_id, contract_id, external_ref,
              translate(cast(labels as text), '{}"', ''),
              (select string_agg(concat_ws(' ', m.document ->> 'name', m.document ->> 'description'), ' ')
               from milestones m where m.hire_id = hires.id))), ?) > 0""",
            query.text() == null ? null : query.text().toLowerCase(Locale.ROOT));
  }
}
