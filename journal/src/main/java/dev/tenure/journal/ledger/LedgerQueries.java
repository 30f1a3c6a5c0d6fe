package dev.tenure.journal.ledger;

import dev.tenure.journal.store.DocumentQuery;
import dev.tenure.journal.store.Json;
import dev.tenure.journal.store.Sql;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.money.LedgerEntry;
import dev.tenure.model.money.Money;
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

  /**
   * By contract; what was booked before there was one, by proposal; and what the hire itself told.
   */
  private static final String ENTRIES =
      """
      select h.id as hire_id, e.document, e.booked_at, e.id from hires h join ledger_entries e
        on e.account = h.account and e.contract_id = h.contract_id and e.hire_id is null
        where h.id = any(?)
      union all
      select h.id, e.document, e.booked_at, e.id from hires h join ledger_entries e
        on e.account = h.account and e.proposal_id = h.proposal_id and e.contract_id is null
        and e.hire_id is null where h.id = any(?) and h.current
      union all
      select e.hire_id, e.document, e.booked_at, e.id from ledger_entries e
        where e.hire_id = any(?)
      order by 3, 4
      """;

  private static final String CONFIRMED =
      "select hire_id, document from approvals where hire_id = any(?) and status = 'confirmed'"
          + " order by version";

  private static final String INVOICES =
      """
      select i.document from open_invoices i join milestones m on m.milestone_id = i.milestone_id
        join hires h on h.id = m.hire_id and h.account = i.account where h.id = ? order by i.id
      """;

  /** When an account's ledger was read, and what was wrong with it. */
  private record Look(@Nullable Instant at, @Nullable String trouble) {}

  private LedgerQueries() {}

  /** Fees as booked, for those hires whose every line is matched. */
  public static Map<String, Money> feesBooked(
      Sql sql, Map<String, HirePlan> plans, Map<String, List<MilestoneDocument>> milestones)
      throws SQLException {
    List<String> ids = List.copyOf(plans.keySet());
    var entries = DocumentQuery.byHire(sql, ENTRIES, LedgerEntry.class, ids, ids, ids);
    Map<String, Money> fees = new HashMap<>();
    if (entries.isEmpty()) {
      return fees;
    }
    var confirmed =
        DocumentQuery.byHire(sql, CONFIRMED, ApprovalDocument.class, List.copyOf(entries.keySet()));
    for (Map.Entry<String, HirePlan> hire : plans.entrySet()) {
      String id = hire.getKey();
      // OpenContract books nothing that fees could be read from.
      if (entries.containsKey(id) && hire.getValue().openContract() == null) {
        var facts =
            new LedgerFacts(
                hire.getValue(),
                milestones.getOrDefault(id, List.of()),
                confirmed.getOrDefault(id, List.of()),
                entries.getOrDefault(id, List.of()),
                null);
        @Nullable Money booked = Reconciliation.of(facts).feesBooked();
        if (booked != null) {
          fees.put(id, booked);
        }
      }
    }
    return fees;
  }

  /** The money of one hire. */
  public static HireLedger of(
      Sql sql, String hireId, String account, HirePlan plan, List<MilestoneDocument> milestones)
      throws SQLException {
    List<String> id = List.of(hireId);
    var entries =
        DocumentQuery.byHire(sql, ENTRIES, LedgerEntry.class, id, id, id)
            .getOrDefault(hireId, List.of());
    var confirmed =
        DocumentQuery.byHire(sql, CONFIRMED, ApprovalDocument.class, id)
            .getOrDefault(hireId, List.of());
    Look look = look(sql, account);
    var facts = new LedgerFacts(plan, milestones, confirmed, entries, look.at());
    List<OpenInvoice> invoices =
        sql.list(INVOICES, row -> Json.read(row.getString("document"), OpenInvoice.class), hireId);
    Reconciliation reconciliation =
        plan.openContract() == null
            ? Reconciliation.of(facts)
            : new Reconciliation(WorkingContractLines.of(facts, keys(sql, hireId)), null);
    return new HireLedger(reconciliation, entries, invoices, look.at(), look.trouble());
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
