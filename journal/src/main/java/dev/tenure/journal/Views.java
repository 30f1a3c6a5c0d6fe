package dev.tenure.journal;

import dev.tenure.model.IncidentDocument;
import dev.tenure.model.MilestoneDocument;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts hires together with what belongs to them. */
final class Views {

  private record Part<T>(String hireId, T document) {}

  private Views() {}

  static HireView one(Sql sql, HireRow row) throws SQLException {
    return of(sql, List.of(row)).getFirst();
  }

  static Slice<HireView> all(Sql sql, Slice<HireRow> rows) throws SQLException {
    return new Slice<>(of(sql, rows.items()), rows.more());
  }

  private static List<HireView> of(Sql sql, List<HireRow> rows) throws SQLException {
    List<String> ids = HireRows.ids(rows);
    var milestones =
        parts(
            sql,
            "select hire_id, document from milestones where hire_id = any(?) order by position, key",
            MilestoneDocument.class,
            ids);
    var incidents =
        parts(
            sql,
            "select hire_id, document from incidents where hire_id = any(?) order by opened_at, id",
            IncidentDocument.class,
            ids);
    var fees = LedgerViews.feesBooked(sql, rows, milestones);
    return rows.stream()
        .map(
            row ->
                new HireView(
                    row,
                    milestones.getOrDefault(row.id(), List.of()),
                    incidents.getOrDefault(row.id(), List.of()),
                    fees.get(row.id())))
        .toList();
  }

  /** Documents by the hire that each belongs to. */
  static <T> Map<String, List<T>> parts(Sql sql, String text, Class<T> type, Object... arguments)
      throws SQLException {
    return sql
        .list(
            text,
            row -> new Part<>(row.getString("hire_id"), Json.read(row.getString("document"), type)),
            arguments)
        .stream()
        .collect(
            Collectors.groupingBy(
                Part::hireId, Collectors.mapping(Part::document, Collectors.toList())));
  }
}
