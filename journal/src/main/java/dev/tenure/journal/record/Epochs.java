package dev.tenure.journal.record;

import dev.tenure.journal.store.Sql;
import dev.tenure.model.message.RecordBatch;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which telling of a hire a batch belongs to. A run that neither is known nor carries on the last
 * one comes from a Temporal Reset: it tells the tale anew from some point on, in a new epoch, and
 * nothing that was recorded before is overwritten by it or lost. Its whole tale is asked for then.
 */
final class Epochs {

  private record Known(@Nullable String lastRun, int epoch) {}

  private Epochs() {}

  /** Locks the hire until the transaction ends and answers the epoch of the batch. */
  static int of(Sql sql, RecordBatch batch) throws SQLException {
    Known known =
        sql.first(
                "select run_id, epoch from hires where id = ? for update",
                row -> new Known(row.getString("run_id"), row.getInt("epoch")),
                batch.hireId())
            .orElseThrow(() -> new UnknownHireException(batch.hireId()));
    if (batch.runId().equals(known.lastRun())) {
      return known.epoch();
    }
    Optional<Integer> earlier = epochOfRun(sql, batch);
    return earlier.isPresent() ? earlier.get() : adopt(sql, batch, known);
  }

  private static Optional<Integer> epochOfRun(Sql sql, RecordBatch batch) throws SQLException {
    return sql.first(
        "select epoch from runs where hire_id = ? and run_id = ?",
        row -> row.getInt("epoch"),
        batch.hireId(),
        batch.runId());
  }

  private static int adopt(Sql sql, RecordBatch batch, Known known) throws SQLException {
    boolean carriesOn = known.lastRun() == null || known.lastRun().equals(batch.continuedFrom());
    int epoch = carriesOn ? known.epoch() : known.epoch() + 1;
    sql.update(
        "insert into runs (hire_id, run_id, epoch) values (?, ?, ?)",
        batch.hireId(),
        batch.runId(),
        epoch);
    sql.update(
        "update hires set run_id = ?, started_at = coalesce(started_at, now()) where id = ?",
        batch.runId(),
        batch.hireId());
    GoneWorkflow.over(sql, batch.hireId(), null, batch.hire().updatedAt());
    if (!carriesOn) {
      // A batch is news only; what else the new telling knows, and what it does not, is asked for.
      SnapshotWrites.request(sql, batch.hireId());
    }
    return epoch;
  }

  /**
   * Opens a new epoch for a run that tells other events under numbers known already: nothing that
   * was recorded is overwritten, and nothing that is told now is lost.
   *
   * @return false for a run that was followed by another one: its late words change nothing
   */
  static boolean tellAnew(Sql sql, RecordBatch batch, int epoch) throws SQLException {
    int opened =
        sql.update(
            "update hires set epoch = ?, version = 0 where id = ? and run_id = ? and epoch = ?",
            epoch + 1,
            batch.hireId(),
            batch.runId(),
            epoch);
    if (opened == 1) {
      sql.update(
          "update runs set epoch = ? where hire_id = ? and run_id = ?",
          epoch + 1,
          batch.hireId(),
          batch.runId());
      SnapshotWrites.request(sql, batch.hireId());
    }
    return opened == 1;
  }
}
