package dev.tenure.journal.read;

import static java.util.Objects.requireNonNull;

import dev.tenure.journal.store.Json;
import dev.tenure.journal.store.Sql;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.plan.HirePlan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Reads single rows of {@code hires}, with a lock or without. */
public final class HireRows {

  public static final String COLUMNS =
      "id, seq, current, replaces, digest, plan, run_id, refused_at, recorded_at, document";

  public static final String SELECT = "select " + COLUMNS + " from hires ";

  private HireRows() {}

  public static Optional<HireRow> find(Sql sql, String id) throws SQLException {
    return sql.first(SELECT + "where id = ?", HireRows::read, id);
  }

  public static Optional<HireRow> lock(Sql sql, String id) throws SQLException {
    return sql.first(SELECT + "where id = ? for update", HireRows::read, id);
  }

  public static Optional<HireRow> current(Sql sql, String account, String proposalId)
      throws SQLException {
    return sql.first(
        SELECT + "where account = ? and proposal_id = ? and current",
        HireRows::read,
        account,
        proposalId);
  }

  public static HireRow read(ResultSet row) throws SQLException {
    return new HireRow(
        row.getString("id"),
        row.getLong("seq"),
        row.getBoolean("current"),
        row.getString("replaces"),
        row.getString("digest"),
        Json.read(row.getString("plan"), HirePlan.class),
        row.getString("run_id"),
        Sql.instant(row, "refused_at") != null,
        requireNonNull(Sql.instant(row, "recorded_at")),
        Json.read(row.getString("document"), HireDocument.class));
  }
}
