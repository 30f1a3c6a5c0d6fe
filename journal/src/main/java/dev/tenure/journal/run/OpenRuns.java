package dev.tenure.journal.run;

import dev.tenure.journal.read.HireRows;
import dev.tenure.journal.record.Epochs;
import dev.tenure.journal.record.GoneWorkflow;
import dev.tenure.journal.record.OperatorAnswer;
import dev.tenure.journal.record.SnapshotWrites;
import dev.tenure.journal.store.RefusedStatementException;
import dev.tenure.journal.store.Transactions;
import dev.tenure.model.hire.Resolution;
import dev.tenure.model.message.RecordBatch;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the workflows of open hires are still there, and tell what the journal shows. Someone may
 * terminate or reset them in Temporal.
 */
@Singleton
public final class OpenRuns {

  /** Id of the incident of a workflow that is gone. */
  public static final String GONE = GoneWorkflow.INCIDENT;

  private final Transactions transactions;
  private final Clock clock;

  OpenRuns(Transactions transactions) {
    this.transactions = transactions;
    this.clock = Clock.systemUTC();
  }

  /**
   * Open hires whose workflow was not looked at for a while, the longest neglected first; each is
   * given to one caller only.
   *
   * @param quiet how long nothing was heard of a hire, and nobody looked at it
   */
  public List<OpenRun> next(Duration quiet, int limit) {
    Instant before = clock.instant().minus(quiet);
    return transactions.run(
        sql ->
            sql.list(
                """
                update hires set looked_at = now() where id in (
                  select id from hires
                  where closed_at is null and gone_at is null and refused_at is null
                    and (run_id is not null or started_at < ?)
                    and recorded_at < ? and (looked_at is null or looked_at < ?)
                  order by looked_at nulls first limit ? for update skip locked)
                returning id, run_id
                """,
                row -> new OpenRun(row.getString("id"), row.getString("run_id")),
                before,
                before,
                before,
                limit));
  }

  /**
   * Opens the incident of a workflow that is gone, unless the hire closed or another run spoke
   * meanwhile.
   *
   * @param over the newest run, which ended; absent where Temporal does not know it
   * @param words what is known of the end of the workflow, and what to do
   * @param actions what an operator may answer
   * @return whether it was opened
   */
  public boolean gone(OpenRun run, @Nullable String over, String words, List<Resolution> actions) {
    return transactions.run(
        sql ->
            GoneWorkflow.open(
                sql, run.hireId(), run.runId(), over, words, actions, clock.instant()));
  }

  /**
   * Offers other answers to the incident of a workflow that is gone, since those that it offers are
   * not possible any more.
   *
   * @return whether it is open
   */
  public boolean offer(String hireId, String words, List<Resolution> actions) {
    return transactions.run(
        sql -> GoneWorkflow.offer(sql, hireId, words, actions, clock.instant()));
  }

  /**
   * Remembers the run that another one is about to follow, so that what it says after that one is
   * known to be late, though it may never have spoken before.
   */
  public void over(String hireId, String runId) {
    transactions.run(
        sql -> {
          HireRows.lock(sql, hireId);
          return Epochs.over(sql, hireId, runId);
        });
  }

  /**
   * Closes the incident since the workflow runs again; a snapshot of the hire is asked for.
   *
   * @param actor the name of the key or session that had it revived
   */
  public void revived(String hireId, @Nullable String actor) {
    transactions.run(
        sql -> {
          HireRows.lock(sql, hireId);
          GoneWorkflow.over(
              sql, hireId, new OperatorAnswer(Resolution.RETRY, actor), clock.instant());
          return SnapshotWrites.request(sql, hireId);
        });
  }

  /**
   * Closes a hire whose workflow is gone. What exists on the marketplace stays as it is there.
   *
   * @param actor the name of the key or session that gave it up
   * @return whether the incident was open
   */
  public boolean abort(String hireId, @Nullable String actor) {
    return transactions.run(sql -> GoneWorkflow.abort(sql, hireId, actor, clock.instant()));
  }

  /** Remembers that the workflow of a hire is to be asked for everything that it knows. */
  public void requestSnapshot(String hireId) {
    transactions.run(sql -> SnapshotWrites.request(sql, hireId));
  }

  /** Hires whose workflow is to be asked for everything that it knows. */
  public List<String> snapshotsDue(int limit) {
    return transactions.run(
        sql ->
            sql.list(
                "select id from hires where retell_due order by id limit ?",
                row -> row.getString("id"),
                limit));
  }

  /** Records everything that a workflow knows, and closes what it knows nothing of. */
  public void recordSnapshot(RecordBatch everything) {
    try {
      transactions.run(sql -> SnapshotWrites.write(sql, everything, clock.instant()));
    } catch (RefusedStatementException e) {
      // What can be recorded is; the next batch that is taken whole asks for another snapshot.
      transactions.run(sql -> SnapshotWrites.giveUp(sql, everything.hireId()));
      throw e;
    }
  }
}
