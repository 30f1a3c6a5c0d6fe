package dev.tenure.journal;

import dev.tenure.model.ApprovalDocument;
import dev.tenure.model.LedgerEntry;
import dev.tenure.model.MilestoneDocument;
import dev.tenure.model.Money;
import dev.tenure.model.OpenInvoice;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts hires together with what was booked for them. */
final class LedgerViews {

  /** By contract; what was booked before there was one, by proposal. */
  private static final String ENTRIES =
      """
      select h.id as hire_id, e.document, e.booked_at, e.id from hires h join ledger_entries e
        on e.account = h.account and e.contract_id = h.contract_id where h.id = any(?)
      union all
      select h.id, e.document, e.booked_at, e.id from hires h join ledger_entries e
        on e.account = h.account and e.proposal_id = h.proposal_id and e.contract_id is null
        where h.id = any(?) and h.current
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

  private LedgerViews() {}

  /** Fees as booked, for those hires whose every line is matched. */
  static Map<String, Money> feesBooked(
      Sql sql, List<HireRow> rows, Map<String, List<MilestoneDocument>> milestones)
      throws SQLException {
    List<String> ids = HireRows.ids(rows);
    var entries = Views.parts(sql, ENTRIES, LedgerEntry.class, ids, ids);
    Map<String, Money> fees = new HashMap<>();
    if (entries.isEmpty()) {
      return fees;
    }
    var confirmed =
        Views.parts(sql, CONFIRMED, ApprovalDocument.class, List.copyOf(entries.keySet()));
    for (HireRow row : rows) {
      if (entries.containsKey(row.id())) {
        var facts =
            new LedgerFacts(
                row.plan(),
                milestones.getOrDefault(row.id(), List.of()),
                confirmed.getOrDefault(row.id(), List.of()),
                entries.getOrDefault(row.id(), List.of()),
                null);
        @Nullable Money booked = Reconciliation.of(facts).feesBooked();
        if (booked != null) {
          fees.put(row.id(), booked);
        }
      }
    }
    return fees;
  }

  static LedgerView one(Sql sql, HireView hire) throws SQLException {
    List<String> id = List.of(hire.id());
    var entries =
        Views.parts(sql, ENTRIES, LedgerEntry.class, id, id).getOrDefault(hire.id(), List.of());
    var confirmed =
        Views.parts(sql, CONFIRMED, ApprovalDocument.class, id).getOrDefault(hire.id(), List.of());
    Look look = look(sql, hire.document().account());
    var facts =
        new LedgerFacts(hire.row().plan(), hire.milestones(), confirmed, entries, look.at());
    List<OpenInvoice> invoices =
        sql.list(
            INVOICES, row -> Json.read(row.getString("document"), OpenInvoice.class), hire.id());
    return new LedgerView(
        hire, Reconciliation.of(facts), entries, invoices, look.at(), look.trouble());
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
