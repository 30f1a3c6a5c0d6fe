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
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts hires together with what belongs to them. */
public final class HireViews {

  private static final String PARTS =
      """
      select h.id,
        array(select cast(m.document as text) from milestones m where m.hire_id = h.id
          order by m.position, m.key) as milestones,
        array(select cast(i.document as text) from incidents i where i.hire_id = h.id
          order by i.opened_at, i.id) as incidents,
        %s
      from hires h where h.id = any(?)
      """
          .formatted(Booked.COLUMNS);

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

  public static HireView one(Sql sql, HireRow row) throws SQLException {
    return of(sql, List.of(row)).getFirst();
  }

  public static Slice<HireView> all(Sql sql, Slice<HireRow> rows) throws SQLException {
    return new Slice<>(of(sql, rows.items()), rows.more());
  }

  private static List<HireView> of(Sql sql, List<HireRow> rows) throws SQLException {
    Map<String, Parts> parts =
        sql.list(PARTS, Parts::read, rows.stream().map(HireRow::id).toList()).stream()
            .collect(Collectors.toMap(Parts::hireId, Function.identity()));
    return rows.stream().map(row -> requireNonNull(parts.get(row.id())).of(row)).toList();
  }
}
