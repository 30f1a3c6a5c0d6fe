package dev.tenure.journal.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads documents of many hires at once. */
public final class DocumentQuery {

  private record Part<T>(String hireId, T document) {}

  private DocumentQuery() {}

  /**
   * Documents by the hire that each belongs to, in the order of the statement.
   *
   * @param text selects {@code hire_id} and {@code document}
   */
  public static <T> Map<String, List<T>> byHire(
      Sql sql, String text, Class<T> type, Object... arguments) throws SQLException {
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
