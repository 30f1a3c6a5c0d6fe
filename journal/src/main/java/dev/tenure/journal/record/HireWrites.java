package dev.tenure.journal.record;

import dev.tenure.journal.read.HireRow;
import dev.tenure.journal.read.HireRows;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.read.HireViews;
import dev.tenure.journal.store.Json;
import dev.tenure.journal.store.Sql;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.HireTerms;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Writes single rows of {@code hires}. */
final class HireWrites {

  private HireWrites() {}

  /**
   * A row that was entered.
   *
   * @param booked whether the marketplace booked something on its proposal before
   */
  private record Entered(HireRow row, boolean booked) {}

  /** Enters a hire with its milestones; nothing where one stands for its proposal already. */
  static Optional<HireView> insert(Sql sql, NewHire hire, int generation) throws SQLException {
    Optional<Entered> entered = row(sql, hire, generation);
    if (entered.isEmpty()) {
      return Optional.empty();
    }
    List<MilestoneDocument> milestones = InitialDocuments.milestones(hire.plan());
    DocumentWrites.milestones(sql, hire.id(), 1, milestones);
    HireRow row = entered.get().row();
    // What was just written need not be read: a new hire has no incidents, and only what was booked
    // before it could tell fees.
    return Optional.of(
        entered.get().booked()
            ? HireViews.one(sql, row)
            : new HireView(row, milestones, List.of(), null));
  }

  private static Optional<Entered> row(Sql sql, NewHire hire, int generation) throws SQLException {
    HirePlan plan = hire.plan();
    HireDocument header = InitialDocuments.header(hire, generation);
    return sql.first(
        """
            insert into hires (id, account, proposal_id, generation, current, replaces,
              external_ref, labels, digest, plan, status, version, document, created_at, requested_by)
            values (?, ?, ?, ?, true, ?, ?, cast(? as jsonb), ?, cast(? as jsonb), ?, 0,
              cast(? as jsonb), ?, ?)
            on conflict do nothing
            returning %s, exists (select from ledger_entries e
              where e.account = hires.account and e.proposal_id = hires.proposal_id
                and e.contract_id is null and e.hire_id is null) as booked
            """
            .formatted(HireRows.COLUMNS),
        row -> new Entered(HireRows.read(row), row.getBoolean("booked")),
        hire.id(),
        plan.account(),
        plan.proposalId(),
        generation,
        hire.replaces(),
        plan.externalRef(),
        Json.write(plan.labels()),
        hire.digest(),
        Json.write(plan),
        header.status().wire(),
        Json.write(header),
        hire.createdAt(),
        hire.requestedBy());
  }

  /**
   * Writes the header where it is newer than the one there.
   *
   * @return whether it was written for a hire whose workflow is gone
   */
  static boolean header(Sql sql, int epoch, HireDocument hire) throws SQLException {
    Optional<Boolean> gone = updateHeader(sql, epoch, hire);
    HireTerms terms = hire.terms();
    if (gone.isPresent() && terms != null) {
      sql.update(
          "update hires set external_ref = ?, labels = cast(? as jsonb) where id = ?",
          terms.externalRef(),
          Json.write(terms.labels()),
          hire.id());
    }
    return gone.orElse(false);
  }

  /** Answers whether the workflow is gone, where the header was newer. */
  private static Optional<Boolean> updateHeader(Sql sql, int epoch, HireDocument hire)
      throws SQLException {
    return sql.first(
        """
        update hires set status = ?, contract_id = ?, closed_at = ?, document = cast(? as jsonb),
          epoch = ?, version = ?, recorded_at = now()
        where id = ? and (epoch, version) < (?, ?)
        returning gone_at is not null as gone
        """,
        row -> row.getBoolean("gone"),
        hire.status().wire(),
        hire.contractId(),
        hire.closedAt(),
        Json.write(hire),
        epoch,
        hire.version(),
        hire.id(),
        epoch,
        hire.version());
  }

  static void retire(Sql sql, String id) throws SQLException {
    sql.update("update hires set current = false where id = ?", id);
  }
}
