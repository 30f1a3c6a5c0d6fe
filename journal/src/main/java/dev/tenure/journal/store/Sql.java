package dev.tenure.journal.store;

import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Statements within one transaction. Instants and collections of text are bound as such. */
public final class Sql {

  /** Reads one row. */
  @FunctionalInterface
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Something that the database may refuse. */
  @FunctionalInterface
  public interface Attempt {
    /** Runs statements. */
    void run() throws SQLException;
  }

  private final Connection connection;

  Sql(Connection connection) {
    this.connection = connection;
  }

  /** Runs a statement that changes rows; answers how many. */
  public int update(String text, @Nullable Object... arguments) throws SQLException {
    try (var statement = prepare(text, arguments)) {
      return statement.executeUpdate();
    }
  }

  /** Runs a statement that changes rows once for each list of arguments, all in one round trip. */
  public void updateEach(String text, List<@Nullable Object[]> arguments) throws SQLException {
    if (arguments.isEmpty()) {
      return;
    }
    try (var statement = connection.prepareStatement(text)) {
      for (@Nullable Object[] one : arguments) {
        bind(statement, one);
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (BatchUpdateException e) {
      // Its own words tell the arguments, which may be of people.
      throw e.getNextException() == null ? e : e.getNextException();
    }
  }

  /** Runs a statement whose answer does not matter, e.g. one that takes a lock. */
  public void call(String text, @Nullable Object... arguments) throws SQLException {
    try (var statement = prepare(text, arguments)) {
      statement.execute();
    }
  }

  public <T> List<T> list(String text, Row<T> row, @Nullable Object... arguments)
      throws SQLException {
    try (var statement = prepare(text, arguments);
        var rows = statement.executeQuery()) {
      var found = new ArrayList<T>();
      while (rows.next()) {
        found.add(row.read(rows));
      }
      return List.copyOf(found);
    }
  }

  public <T> Optional<T> first(String text, Row<T> row, @Nullable Object... arguments)
      throws SQLException {
    return list(text, row, arguments).stream().findFirst();
  }

  /**
   * Runs statements of which the database may refuse one; then none of them counts, and the
   * transaction goes on.
   *
   * @return the database's words where it refused
   */
  public Optional<String> attempt(Attempt statements) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      statements.run();
      connection.releaseSavepoint(before);
      return Optional.empty();
    } catch (SQLException e) {
      if (SqlFailures.away(e)) {
        throw e;
      }
      connection.rollback(before);
      return Optional.of(RefusedStatementException.words(e));
    }
  }

  /** A column that holds a time. */
  public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    var at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  /** A column that holds documents, as an array of their texts. */
  public static <T> List<T> documents(ResultSet row, String column, Class<T> type)
      throws SQLException {
    return Stream.of((String[]) row.getArray(column).getArray())
        .map(text -> Json.read(text, type))
        .toList();
  }

  private PreparedStatement prepare(String text, @Nullable Object[] arguments) throws SQLException {
    var statement = connection.prepareStatement(text);
    bind(statement, arguments);
    return statement;
  }

  private void bind(PreparedStatement statement, @Nullable Object[] arguments) throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      bind(statement, i + 1, arguments[i]);
    }
  }

  private void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case Instant at -> statement.setObject(index, at.atOffset(ZoneOffset.UTC));
      case Collection<?> texts ->
          statement.setArray(index, connection.createArrayOf("text", texts.toArray()));
      case null, default -> statement.setObject(index, value);
    }
  }
}
