package dev.tenure.journal.run;

import dev.tenure.journal.record.Epochs;
import dev.tenure.journal.record.OperatorAnswer;
import dev.tenure.journal.record.RefusedStart;
import dev.tenure.journal.store.Json;
import dev.tenure.journal.store.Sql;
import dev.tenure.journal.store.Transactions;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.plan.HirePlan;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which hires have a workflow, and which still need one. */
@Singleton
public final class HireStarts {

  private final Transactions transactions;
  private final Clock clock;

  HireStarts(Transactions transactions) {
    this.transactions = transactions;
    this.clock = Clock.systemUTC();
  }

  /**
   * Remembers that the workflows of these hires run.
   *
   * @param runs the run of each, by the id of its hire
   */
  public void started(Map<String, String> runs) {
    transactions.run(sql -> Epochs.started(sql, runs));
  }

  /** Remembers that a hire's workflow will not be started, as an incident of the hire. */
  public void refused(String hireId, String words) {
    transactions.run(sql -> RefusedStart.open(sql, hireId, words, clock.instant()));
  }

  /**
   * Starts hires that were left without a workflow, one after the other, each locked meanwhile so
   * that several processes share the work.
   *
   * @param age how old a hire must be to be left to this
   * @return how many were started
   */
  public int sweep(Duration age, Function<PendingStart, StartOutcome> starter) {
    Instant before = clock.instant().minus(age);
    int started = 0;
    while (true) {
      Optional<StartOutcome> outcome = transactions.run(sql -> startNext(sql, before, starter));
      if (outcome.isEmpty() || outcome.get() instanceof StartOutcome.Later) {
        return started;
      }
      started += outcome.get() instanceof StartOutcome.Started ? 1 : 0;
    }
  }

  /**
   * Answers the incident of a refused start: try again, or give the hire up.
   *
   * @param actor the name of the key or session that answers
   * @return whether that incident was open
   */
  public boolean resolve(
      String hireId, String incidentId, Resolution resolution, @Nullable String actor) {
    var answer = new OperatorAnswer(resolution, actor);
    return transactions.run(
        sql -> RefusedStart.close(sql, hireId, incidentId, answer, clock.instant()));
  }

  private Optional<StartOutcome> startNext(
      Sql sql, Instant before, Function<PendingStart, StartOutcome> starter) throws SQLException {
    Optional<PendingStart> next = next(sql, before);
    if (next.isEmpty()) {
      return Optional.empty();
    }
    String hireId = next.get().hireId();
    StartOutcome outcome = starter.apply(next.get());
    switch (outcome) {
      case StartOutcome.Started(String runId) -> Epochs.started(sql, Map.of(hireId, runId));
      case StartOutcome.Refused(String words) ->
          RefusedStart.open(sql, hireId, words, clock.instant());
      case StartOutcome.Later() -> {}
    }
    return Optional.of(outcome);
  }

  private static Optional<PendingStart> next(Sql sql, Instant before) throws SQLException {
    return sql.first(
        """
        select id, generation, plan, document, requested_by from hires
        where started_at is null and run_id is null and refused_at is null and closed_at is null
          and created_at < ?
        order by created_at limit 1 for update skip locked
        """,
        row ->
            new PendingStart(
                row.getString("id"),
                row.getInt("generation"),
                Json.read(row.getString("plan"), HirePlan.class),
                Json.read(row.getString("document"), HireDocument.class).createdAt(),
                row.getString("requested_by")),
        before);
  }
}
