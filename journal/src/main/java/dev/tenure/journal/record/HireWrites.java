package dev.tenure.journal.record;

import dev.tenure.journal.store.Json;
import dev.tenure.journal.store.Sql;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.HireTerms;
import java.sql.SQLException;
import java.util.Optional;

/** Writes single rows of {@code hires}. */
final class HireWrites {

  private HireWrites() {}

  /** Enters a hire; answers whether it is there now because of this call. */
  static boolean insert(Sql sql, NewHire hire, int generation) throws SQLException {
    HirePlan plan = hire.plan();
    HireDocument header = InitialDocuments.header(hire, generation);
    int inserted =
        sql.update(
            """
            insert into hires (id, account, proposal_id, generation, current, replaces,
              external_ref, labels, digest, plan, status, version, document, created_at, requested_by)
            values (?, ?, ?, ?, true, ?, ?, cast(? as jsonb), ?, cast(? as jsonb), ?, 0,
              cast(? as jsonb), ?, ?)
            on conflict do nothing
            """,
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
    if (inserted == 1) {
      DocumentWrites.milestones(sql, hire.id(), 1, InitialDocuments.milestones(plan));
    }
    return inserted == 1;
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
