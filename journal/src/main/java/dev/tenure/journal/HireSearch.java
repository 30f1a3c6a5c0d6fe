package dev.tenure.journal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The search over hires, put together of the filters that are present. */
final class HireSearch {

  private final List<String> conditions = new ArrayList<>();
  private final List<@Nullable Object> arguments = new ArrayList<>();

  private HireSearch() {}

  static Slice<HireRow> rows(Sql sql, HireQuery query) throws SQLException {
    var search = new HireSearch();
    search.add("status = ?", query.status() == null ? null : query.status().wire());
    search.add("account = ?", query.account());
    search.add("proposal_id = ?", query.proposalId());
    search.add("contract_id = ?", query.contractId());
    search.add("external_ref = ?", query.externalRef());
    search.add(
        "labels @> cast(? as jsonb)", query.labels().isEmpty() ? null : Json.write(query.labels()));
    search.add(
        "strpos(lower(concat_ws(' ', id, proposal_id, contract_id, external_ref)), ?) > 0",
        query.text() == null ? null : query.text().toLowerCase(Locale.ROOT));
    search.add("seq < ?", query.before());
    return Slice.of(search.run(sql, query.limit()), query.limit());
  }

  private void add(String condition, @Nullable Object argument) {
    if (argument != null) {
      conditions.add(condition);
      arguments.add(argument);
    }
  }

  private List<HireRow> run(Sql sql, int limit) throws SQLException {
    String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    arguments.add(limit + 1);
    return sql.list(
        HireRows.COLUMNS + where + " order by seq desc limit ?",
        HireRows::read,
        arguments.toArray());
  }
}
