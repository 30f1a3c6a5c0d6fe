package dev.tenure.journal.ledger;

import dev.tenure.journal.store.Sql;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.money.LedgerEntry;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.HirePlan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was booked for a hire, in the order of booking.
 *
 * @param confirmed the approvals of the hire that people confirmed
 */
public record Booked(List<LedgerEntry> entries, List<ApprovalDocument> confirmed) {

  /**
   * Columns of a statement about {@code hires h}. What was booked is found by contract; what was
   * booked before there was one, by proposal; and there is what the hire itself told.
   */
  public static final String COLUMNS =
      """
      array(select document from (
        select cast(e.document as text) as document, e.booked_at, e.id from ledger_entries e
          where e.account = h.account and e.contract_id = h.contract_id and e.hire_id is null
        union all
        select cast(e.document as text), e.booked_at, e.id from ledger_entries e
          where e.account = h.account and e.proposal_id = h.proposal_id and e.contract_id is null
            and e.hire_id is null and h.current
        union all
        select cast(e.document as text), e.booked_at, e.id from ledger_entries e
          where e.hire_id = h.id) booked order by booked_at, id) as entries,
      array(select cast(a.document as text) from approvals a
        where a.hire_id = h.id and a.status = 'confirmed' order by a.version) as confirmed
      """;

  public static Booked read(ResultSet row) throws SQLException {
    List<LedgerEntry> entries = Sql.documents(row, "entries", LedgerEntry.class);
    return new Booked(entries, Sql.documents(row, "confirmed", ApprovalDocument.class));
  }

  /**
   * The fees, where every line is matched. OpenContract books nothing that fees could be read from.
   */
  public @Nullable Money fees(HirePlan plan, List<MilestoneDocument> milestones) {
    return entries.isEmpty() || plan.openContract() != null
        ? null
        : Reconciliation.of(new LedgerFacts(plan, milestones, confirmed, entries, null))
            .feesBooked();
  }
}
