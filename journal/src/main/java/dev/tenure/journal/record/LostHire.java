package dev.tenure.journal.record;

import dev.tenure.journal.store.Json;
import dev.tenure.journal.store.Sql;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.WorkingContractDocument;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.HireTerms;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.OpenContractTerms;
import dev.tenure.model.plan.Policies;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A hire whose workflow runs and whose row is not in the journal, as after a backup was restored.
 * The row is made anew from what the workflow tells, and a snapshot of the rest is asked for.
 */
final class LostHire {

  private static final String WORDS =
      "The journal did not have this hire, though its workflow runs: it may have been restored from"
          + " a backup. The hire was entered again and goes on; what happened before is not in the"
          + " event feed.";

  private LostHire() {}

  static int enter(Sql sql, RecordBatch batch, Instant now) throws SQLException {
    HireDocument hire = batch.hire();
    HirePlan plan = plan(hire, batch.milestones());
    Optional<String> twin = openHireOf(sql, hire);
    int entered =
        sql.update(
            """
            insert into hires (id, account, proposal_id, generation, current, external_ref, labels,
              digest, plan, status, run_id, version, document, created_at, started_at)
            select ?, ?, ?, 1 + coalesce(max(generation), ? - 1), not coalesce(bool_or(current), false),
              ?, cast(? as jsonb), '', cast(? as jsonb), ?, ?, 0, cast(? as jsonb), ?, now()
            from hires where account = ? and proposal_id = ?
            on conflict do nothing
            """,
            hire.id(),
            hire.account(),
            hire.proposalId(),
            hire.generation(),
            plan.externalRef(),
            Json.write(plan.labels()),
            Json.write(plan),
            hire.status().wire(),
            batch.runId(),
            Json.write(hire),
            hire.createdAt(),
            hire.account(),
            hire.proposalId());
    if (entered == 1) {
      sql.update(
          "insert into runs (hire_id, run_id, epoch) values (?, ?, 1)", hire.id(), batch.runId());
      JournalIncidents.open(
          sql, hire.id(), JournalIncidents.ROW, IncidentCause.RECORD_LOST, words(twin), now);
      SnapshotWrites.request(sql, hire.id());
    }
    return entered;
  }

  private static Optional<String> openHireOf(Sql sql, HireDocument hire) throws SQLException {
    return sql.first(
        """
        select id from hires
        where account = ? and proposal_id = ? and id <> ? and current and closed_at is null
        """,
        row -> row.getString("id"),
        hire.account(),
        hire.proposalId(),
        hire.id());
  }

  /** Both hires would create milestones of their own, and ask for the funding of each. */
  private static String words(Optional<String> twin) {
    return twin.map(
            id ->
                WORDS
                    + " Meanwhile hire "
                    + id
                    + " was begun for the same proposal, and both ask for what their plans hold:"
                    + " pause one of them now, and end or cancel the one that is not wanted.")
        .orElse(WORDS);
  }

  /** The plan that the workflow goes by, once everything is told. */
  static void complete(Sql sql, RecordBatch everything, Instant now) throws SQLException {
    if (JournalIncidents.find(sql, everything.hireId(), JournalIncidents.ROW).isPresent()) {
      // A workflow of an older version tells no plan.
      HirePlan plan =
          Objects.requireNonNullElseGet(
              everything.plan(), () -> plan(everything.hire(), everything.milestones()));
      sql.update(
          """
          update hires set plan = cast(? as jsonb), external_ref = ?, labels = cast(? as jsonb)
          where id = ?
          """,
          Json.write(plan),
          plan.externalRef(),
          Json.write(plan.labels()),
          everything.hireId());
      if (openHireOf(sql, everything.hire()).isEmpty()) {
        JournalIncidents.close(
            sql,
            everything.hireId(),
            JournalIncidents.ROW,
            "everything that the workflow knows is recorded again",
            now);
      }
    }
  }

  /** Of two hires of one proposal one is over: nothing is left to choose. */
  static void closed(Sql sql, HireDocument hire, Instant at) throws SQLException {
    List<String> told =
        sql.list(
            """
            select h.id from hires h join incidents i on i.hire_id = h.id
            where h.account = ? and h.proposal_id = ? and i.id = ? and i.closed_at is null
            """,
            row -> row.getString("id"),
            hire.account(),
            hire.proposalId(),
            JournalIncidents.ROW);
    for (String hireId : told) {
      JournalIncidents.close(
          sql, hireId, JournalIncidents.ROW, "one hire of the proposal is left", at);
    }
  }

  private static HirePlan plan(HireDocument hire, List<MilestoneDocument> milestones) {
    List<MilestonePlan> own =
        milestones.stream()
            .filter(milestone -> !milestone.foreign())
            .map(MilestoneDocument::terms)
            .toList();
    HireTerms terms = hire.terms();
    return new HirePlan(
        hire.account(),
        hire.proposalId(),
        terms == null ? null : terms.externalRef(),
        terms == null ? Map.of() : terms.labels(),
        own.isEmpty() ? List.of(notToldYet(hire)) : own,
        hire.money().cap(),
        false,
        terms == null ? Policies.DEFAULT : terms.policies(),
        openContract(hire, milestones));
  }

  /**
   * What can be told of the terms of OpenContract until everything is told: the Worker last at
   * work, and else what holds where a request says nothing. The workflow goes on by its own.
   */
  private static @Nullable OpenContractTerms openContract(
      HireDocument hire, List<MilestoneDocument> milestones) {
    if (!hire.money().committed().currency().equals(Money.USDC)) {
      return null;
    }
    String worker =
        milestones.stream()
            .map(MilestoneDocument::workingContract)
            .filter(Objects::nonNull)
            .map(WorkingContractDocument::worker)
            .filter(Objects::nonNull)
            .reduce((earlier, later) -> later)
            .orElse(null);
    return OpenContractTerms.ofWorker(worker);
  }

  /** A plan has a first milestone; this one stands there until the snapshot comes. */
  private static MilestonePlan notToldYet(HireDocument hire) {
    Money none = Money.zero(hire.money().committed().currency());
    return new MilestonePlan("unknown", "not told yet", null, none, null, FundRule.atStart());
  }
}
