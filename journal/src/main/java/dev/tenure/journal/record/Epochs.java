package dev.tenure.journal.record;

import dev.tenure.journal.store.Sql;
import dev.tenure.model.message.RecordBatch;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which telling of a hire a batch belongs to. A run that neither is known nor carries on the last
 * one comes from a Temporal Reset: it tells the tale anew from some point on, in a new epoch, and
 * nothing that was recorded before is overwritten by it or lost. Its whole tale is asked for then.
 *
 * <p>Which of two runs came first no batch tells: the first event of a reset run, with the time of
 * its start, is a copy. So a run is written down as soon as anyone learns of it, and not only once
 * it speaks; a run that is known and was followed by another one is late.
 */
public final class Epochs {

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
    Optional<Integer> told = epochOfRun(sql, batch);
    if (told.isEmpty()) {
      return adopt(sql, batch, known);
    }
    if (told.get() < known.epoch()) {
      // What only the late words know must not stay open: the next snapshot closes it.
      SnapshotWrites.request(sql, batch.hireId());
    }
    return told.get();
  }

  /**
   * Writes down the runs that were started for hires of which no run is known yet, and that these
   * hires are started.
   *
   * @param runs the run of each, by the id of its hire
   * @return how many were written down
   */
  public static int started(Sql sql, Map<String, String> runs) throws SQLException {
    return sql.update(
        """
        with begun as (
          update hires h set run_id = s.run_id, started_at = coalesce(h.started_at, now())
          from unnest(?, ?) as s (hire_id, run_id)
          where h.id = s.hire_id and h.run_id is null
          returning h.id, h.run_id, h.epoch)
        insert into runs (hire_id, run_id, epoch) select id, run_id, epoch from begun
        """,
        runs.keySet(),
        runs.values());
  }

  /**
   * Writes down the run that ended last of a hire that is locked, as one of the epoch that is now:
   * any run that speaks after it and does not carry it on was reset.
   *
   * @return whether it was not known yet
   */
  public static boolean over(Sql sql, String hireId, String runId) throws SQLException {
    int news =
        sql.update(
            """
            insert into runs (hire_id, run_id, epoch) select id, ?, epoch from hires where id = ?
            on conflict (hire_id, run_id) do nothing
            """,
            runId,
            hireId);
    if (news == 1) {
      sql.update("update hires set run_id = ? where id = ?", runId, hireId);
    }
    return news == 1;
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
