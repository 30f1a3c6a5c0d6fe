package dev.tenure.journal.read;

import dev.tenure.journal.ledger.LedgerQueries;
import dev.tenure.journal.store.DocumentQuery;
import dev.tenure.journal.store.Slice;
import dev.tenure.journal.store.Sql;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.plan.HirePlan;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts hires together with what belongs to them. */
public final class HireViews {

  private HireViews() {}

  public static HireView one(Sql sql, HireRow row) throws SQLException {
    return of(sql, List.of(row)).getFirst();
  }

  public static Slice<HireView> all(Sql sql, Slice<HireRow> rows) throws SQLException {
    return new Slice<>(of(sql, rows.items()), rows.more());
  }

  private static List<HireView> of(Sql sql, List<HireRow> rows) throws SQLException {
    List<String> ids = rows.stream().map(HireRow::id).toList();
    var milestones =
        DocumentQuery.byHire(
            sql,
            "select hire_id, document from milestones where hire_id = any(?) order by position, key",
            MilestoneDocument.class,
            ids);
    var incidents =
        DocumentQuery.byHire(
            sql,
            "select hire_id, document from incidents where hire_id = any(?) order by opened_at, id",
            IncidentDocument.class,
            ids);
    var fees = LedgerQueries.feesBooked(sql, plans(rows), milestones);
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

  private static Map<String, HirePlan> plans(List<HireRow> rows) {
    Map<String, HirePlan> plans = new LinkedHashMap<>();
    rows.forEach(row -> plans.put(row.id(), row.plan()));
    return plans;
  }
}
