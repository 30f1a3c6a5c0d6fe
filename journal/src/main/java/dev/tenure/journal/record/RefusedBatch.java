package dev.tenure.journal.record;

import dev.tenure.journal.account.ParkedNotifications;
import dev.tenure.journal.feed.ChangeNotifications;
import dev.tenure.journal.ledger.Ledger;
import dev.tenure.journal.store.Sql;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.message.HireEvent;
import dev.tenure.model.message.MarketplaceNotifications;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.money.LedgerEntry;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A batch that the database refuses as a whole, recorded piece by piece: what it takes stands, and
 * an incident names the rest. The hire must not wait for what can never be written.
 */
final class RefusedBatch {

  private static final int SHOWN = 3;

  private final Sql sql;
  private final RecordBatch batch;
  private final List<String> refused = new ArrayList<>();

  private RefusedBatch(Sql sql, RecordBatch batch) {
    this.sql = sql;
    this.batch = batch;
  }

  static MarketplaceNotifications record(Sql sql, RecordBatch batch, Instant now)
      throws SQLException {
    ParkedNotifications.lockForRecording(sql, batch.hire().account());
    return new RefusedBatch(sql, batch).record(Epochs.of(sql, batch), now);
  }

  private MarketplaceNotifications record(int epoch, Instant now) throws SQLException {
    String hireId = batch.hireId();
    piece("the hire itself", () -> HireWrites.header(sql, epoch, batch.hire()));
    for (var one : batch.milestones()) {
      piece(
          "milestone " + one.key(),
          () -> DocumentWrites.milestones(sql, hireId, epoch, List.of(one)));
    }
    for (var one : batch.approvals()) {
      piece(
          "approval " + one.id(), () -> DocumentWrites.approvals(sql, hireId, epoch, List.of(one)));
    }
    for (var one : batch.incidents()) {
      piece(
          "incident " + one.id(), () -> DocumentWrites.incidents(sql, hireId, epoch, List.of(one)));
    }
    for (LedgerEntry entry : batch.ledger()) {
      piece("ledger entry " + entry.id(), () -> Ledger.tell(sql, batch.hire(), entry));
    }
    for (HireEvent event : batch.events()) {
      String name = "event %d (%s)".formatted(event.number(), event.type());
      if (!piece(name, () -> HireRecords.append(sql, hireId, epoch, event))) {
        HireRecords.append(sql, hireId, epoch, unreadable(event));
      }
    }
    JournalIncidents.open(
        sql, hireId, JournalIncidents.RECORD, IncidentCause.RECORD_REFUSED, words(), now);
    // Perhaps the whole hire as it stands now can be written; it is asked for once.
    SnapshotWrites.request(sql, hireId);
    ChangeNotifications.send(sql, hireId);
    return ParkedNotifications.take(sql, epoch, batch);
  }

  /** Numbers are told without a gap, so something stands in the place of each. */
  private static HireEvent unreadable(HireEvent event) {
    return new HireEvent(
        event.number(),
        event.type(),
        event.at(),
        "What happened could not be recorded.",
        null,
        null,
        Map.of());
  }

  private boolean piece(String name, Sql.Attempt write) throws SQLException {
    var refusal = sql.attempt(write);
    refusal.ifPresent(words -> refused.add(name.replaceAll("\\p{Cntrl}", "?") + ": " + words));
    return refusal.isEmpty();
  }

  private String words() {
    String rest = refused.size() > SHOWN ? " and %d more".formatted(refused.size() - SHOWN) : "";
    return "The journal's database does not take "
        + String.join("; ", refused.subList(0, Math.min(SHOWN, refused.size())))
        + rest
        + ". Everything else of the hire is recorded, and the hire goes on.";
  }
}
