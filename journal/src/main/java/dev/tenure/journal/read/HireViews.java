package dev.tenure.journal.read;

import static java.util.Objects.requireNonNull;

import dev.tenure.journal.ledger.Booked;
import dev.tenure.journal.store.Slice;
import dev.tenure.journal.store.Sql;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneDocument;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts hires together with what belongs to them. */
public final class HireViews {

  /** Columns of a statement about {@code hires h}. */
  private static final String PARTS =
      """
      array(select cast(m.document as text) from milestones m where m.hire_id = h.id
        order by m.position, m.key) as milestones,
      array(select cast(i.document as text) from incidents i where i.hire_id = h.id
        order by i.opened_at, i.id) as incidents,
      """
          + Booked.COLUMNS;

  /** What belongs to a hire. */
  private record Parts(
      String hireId,
      List<MilestoneDocument> milestones,
      List<IncidentDocument> incidents,
      Booked booked) {

    static Parts read(ResultSet row) throws SQLException {
      return new Parts(
          row.getString("id"),
          Sql.documents(row, "milestones", MilestoneDocument.class),
          Sql.documents(row, "incidents", IncidentDocument.class),
          Booked.read(row));
    }

    HireView of(HireRow row) {
      return new HireView(row, milestones, incidents, booked.fees(row.plan(), milestones));
    }
  }

  private HireViews() {}

  /** A hire and its parts by one statement, which is as of one moment by itself. */
  static Optional<HireView> find(Sql sql, String id) throws SQLException {
    return sql.first(
        "select " + HireRows.COLUMNS + ", " + PARTS + " from hires h where h.id = ?",
        row -> Parts.read(row).of(HireRows.read(row)),
        id);
  }

  /** The same where its row was read before; a plan for one id can be kept, for a list not. */
  public static HireView one(Sql sql, HireRow row) throws SQLException {
    return sql.first(
            "select h.id, " + PARTS + " from hires h where h.id = ?", Parts::read, row.id())
        .orElseThrow()
        .of(row);
  }

  public static Slice<HireView> all(Sql sql, Slice<HireRow> rows) throws SQLException {
    List<String> ids = rows.items().stream().map(HireRow::id).toList();
    Map<String, Parts> parts =
        sql
            .list("select h.id, " + PARTS + " from hires h where h.id = any(?)", Parts::read, ids)
            .stream()
            .collect(Collectors.toMap(Parts::hireId, Function.identity()));
    return new Slice<>(
        rows.items().stream().map(row -> requireNonNull(parts.get(row.id())).of(row)).toList(),
        rows.more());
  }
}
