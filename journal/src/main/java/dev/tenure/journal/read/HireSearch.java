package dev.tenure.journal.read;

import dev.tenure.journal.store.Json;
import dev.tenure.journal.store.Slice;
import dev.tenure.journal.store.Sql;
import dev.tenure.journal.store.WhereClause;
import java.sql.SQLException;
import java.util.Locale;

/** The search over hires, put together of the filters that are present. */
final class HireSearch {

  private HireSearch() {}

  static Slice<HireRow> rows(Sql sql, HireQuery query) throws SQLException {
    WhereClause where =
        new WhereClause()
            .with("status = ?", query.status() == null ? null : query.status().wire())
            .with("account = ?", query.account())
            .with("proposal_id = ?", query.proposalId())
            .with("contract_id = ?", query.contractId())
            .with("external_ref = ?", query.externalRef())
            .with(
                "labels @> cast(? as jsonb)",
                query.labels().isEmpty() ? null : Json.write(query.labels()))
            .with(
                "strpos(lower(concat_ws(' ', id, proposal_id, contract_id, external_ref)), ?) > 0",
                query.text() == null ? null : query.text().toLowerCase(Locale.ROOT))
            .with("seq < ?", query.before());
    return Slice.of(
        sql.list(
            HireRows.COLUMNS + where.sql() + " order by seq desc limit ?",
            HireRows::read,
            where.arguments(query.limit() + 1)),
        query.limit());
  }
}
