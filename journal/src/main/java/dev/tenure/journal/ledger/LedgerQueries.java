package dev.tenure.journal.ledger;

import dev.tenure.journal.store.Json;
import dev.tenure.journal.store.Sql;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.money.OpenInvoice;
import dev.tenure.model.plan.HirePlan;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what was booked for hires, and holds it against what was expected. */
public final class LedgerQueries {

  private static final String INVOICES =
      """
      select i.document from open_invoices i join milestones m on m.milestone_id = i.milestone_id
        join hires h on h.id = m.hire_id and h.account = i.account where h.id = ? order by i.id
      """;

  /** When an account's ledger was read, and what was wrong with it. */
  private record Look(@Nullable Instant at, @Nullable String trouble) {}

  private LedgerQueries() {}

  /** The money of one hire. */
  public static HireLedger of(
      Sql sql, String hireId, String account, HirePlan plan, List<MilestoneDocument> milestones)
      throws SQLException {
    Booked booked =
        sql.first("select " + Booked.COLUMNS + " from hires h where h.id = ?", Booked::read, hireId)
            .orElseThrow();
    Look look = look(sql, account);
    var facts = new LedgerFacts(plan, milestones, booked.confirmed(), booked.entries(), look.at());
    List<OpenInvoice> invoices =
        sql.list(INVOICES, row -> Json.read(row.getString("document"), OpenInvoice.class), hireId);
    Reconciliation reconciliation =
        plan.openContract() == null
            ? Reconciliation.of(facts)
            : new Reconciliation(WorkingContractLines.of(facts, keys(sql, hireId)), null);
    return new HireLedger(reconciliation, booked.entries(), invoices, look.at(), look.trouble());
  }

  /** The milestones that entries told by the hire itself belong to, by the ids of the entries. */
  private static Map<String, String> keys(Sql sql, String hireId) throws SQLException {
    record Row(String id, String key) {}
    Map<String, String> keys = new HashMap<>();
    sql.list(
            "select id, milestone_key from ledger_entries where hire_id = ?"
                + " and milestone_key is not null",
            row -> new Row(row.getString("id"), row.getString("milestone_key")),
            hireId)
        .forEach(row -> keys.put(row.id(), row.key()));
    return keys;
  }

  private static Look look(Sql sql, String account) throws SQLException {
    Optional<Look> found =
        sql.first(
            "select ledger_at, ledger_error from accounts where id = ?",
            row -> new Look(Sql.instant(row, "ledger_at"), row.getString("ledger_error")),
            account);
    return Objects.requireNonNull(found.orElse(new Look(null, null)));
  }
}
