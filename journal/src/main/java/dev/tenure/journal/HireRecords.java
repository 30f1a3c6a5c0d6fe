package dev.tenure.journal;

import dev.tenure.model.Bells;
import dev.tenure.model.HireEvent;
import dev.tenure.model.RecordBatch;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;

/** Takes down what the process tells. */
@Singleton
public final class HireRecords {

  private final Transactions transactions;
  private final Positions positions;

  HireRecords(Transactions transactions, Positions positions) {
    this.transactions = transactions;
    this.positions = positions;
  }

  /**
   * Records events and documents in one transaction, once however often it is called.
   *
   * @return the bells that were parked for the ids just recorded; a repeated batch is answered with
   *     the same ones
   * @throws JournalUnavailable when nothing, or not surely everything, was recorded: repeat it
   * @throws UnknownHireException when the hire was never entered
   */
  public Bells record(RecordBatch batch) {
    Bells bells = transactions.run(sql -> write(sql, batch));
    positions.number();
    return bells;
  }

  /** Stores the documents of a command's answer, so that it can be read back at once. */
  public void store(RecordBatch batch) {
    transactions.run(sql -> documents(sql, batch));
  }

  private static Bells write(Sql sql, RecordBatch batch) throws SQLException {
    ParkedBells.lockForRecording(sql, batch.hire().account());
    int epoch = documents(sql, batch);
    if (toldOtherwise(sql, epoch, batch) && Epochs.tellAnew(sql, batch, epoch)) {
      epoch = documents(sql, batch);
    }
    for (HireEvent event : batch.events()) {
      append(sql, batch.hireId(), epoch, event);
    }
    return ParkedBells.take(sql, epoch, batch);
  }

  /**
   * Whether the same numbers stand for other events already. A worker that dies in the middle of a
   * workflow task may have told what its successor, who knows more by then, tells differently. The
   * time of an event says nothing: it is that of the task, which is repeated.
   */
  private static boolean toldOtherwise(Sql sql, int epoch, RecordBatch batch) throws SQLException {
    for (HireEvent event : batch.events()) {
      Optional<Boolean> same =
          sql.first(
              """
              select document - 'at' = cast(? as jsonb) - 'at' as same from events
              where hire_id = ? and epoch = ? and number = ?
              """,
              row -> row.getBoolean("same"),
              Json.write(event),
              batch.hireId(),
              epoch,
              event.number());
      if (same.isEmpty()) {
        // Numbers are told without a gap: what follows is new as well.
        return false;
      }
      if (!same.get()) {
        return true;
      }
    }
    return false;
  }

  static int documents(Sql sql, RecordBatch batch) throws SQLException {
    int epoch = Epochs.of(sql, batch);
    String hireId = batch.hireId();
    HireRows.header(sql, epoch, batch.hire());
    Documents.milestones(sql, hireId, epoch, batch.milestones());
    Documents.approvals(sql, hireId, epoch, batch.approvals());
    Documents.incidents(sql, hireId, epoch, batch.incidents());
    Notices.ring(sql, hireId);
    return epoch;
  }

  static void append(Sql sql, String hireId, int epoch, HireEvent event) throws SQLException {
    sql.update(
        """
        insert into events (hire_id, epoch, number, document) values (?, ?, ?, cast(? as jsonb))
        on conflict (hire_id, epoch, number) do nothing
        """,
        hireId,
        epoch,
        event.number(),
        Json.write(event));
  }
}
