package dev.tenure.journal.record;

import dev.tenure.journal.access.AuditEntries;
import dev.tenure.journal.access.RequestKeys;
import dev.tenure.journal.account.ParkedNotifications;
import dev.tenure.journal.feed.ChangeNotifications;
import dev.tenure.journal.feed.EventPositions;
import dev.tenure.journal.ledger.Ledger;
import dev.tenure.journal.read.HireRow;
import dev.tenure.journal.read.HireRows;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.read.HireViews;
import dev.tenure.journal.record.Insertion.Reason;
import dev.tenure.journal.store.JournalUnavailable;
import dev.tenure.journal.store.Json;
import dev.tenure.journal.store.RefusedStatementException;
import dev.tenure.journal.store.Sql;
import dev.tenure.journal.store.Transactions;
import dev.tenure.model.message.HireEvent;
import dev.tenure.model.message.MarketplaceNotifications;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.money.LedgerEntry;
import dev.tenure.model.plan.HirePlan;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records hires: that they are requested, and everything that their workflows tell. */
@Singleton
public final class HireRecords {

  private static final Logger LOG = LoggerFactory.getLogger(HireRecords.class);

  private final Transactions transactions;
  private final Clock clock;
  private final EventPositions positions;

  HireRecords(Transactions transactions, EventPositions positions) {
    this.transactions = transactions;
    this.positions = positions;
    this.clock = Clock.systemUTC();
  }

  /**
   * Enters a hire, unless one already stands for its account and proposal.
   *
   * @throws JournalUnavailable when it is not certain whether it was entered: ask again
   */
  public Insertion insert(NewHire hire) {
    return transactions.run(
        sql -> hire.replaces() == null ? enter(sql, hire, 1) : replace(sql, hire, hire.replaces()));
  }

  /**
   * Records events and documents in one transaction, once however often it is called.
   *
   * @return the notifications that were parked for the ids just recorded; a repeated batch is
   *     answered with the same ones
   * @throws JournalUnavailable when nothing, or not surely everything, was recorded: repeat it
   */
  public MarketplaceNotifications record(RecordBatch batch) {
    MarketplaceNotifications notifications = recordWhatCanBe(batch);
    positions.number();
    return notifications;
  }

  /** A hire without its row gets one again; what the database refuses is left out and told. */
  private MarketplaceNotifications recordWhatCanBe(RecordBatch batch) {
    try {
      return transactions.run(sql -> write(sql, batch));
    } catch (UnknownHireException e) {
      LOG.error("The journal has lost hire {}; it is entered again", batch.hireId());
      transactions.run(sql -> LostHire.enter(sql, batch, clock.instant()));
      return transactions.run(sql -> write(sql, batch));
    } catch (RefusedStatementException e) {
      LOG.error("A batch of hire {} is refused; its pieces are tried", batch.hireId(), e);
      return transactions.run(sql -> RefusedBatch.record(sql, batch, clock.instant()));
    }
  }

  /** Stores the documents of a command's answer, so that it can be read back at once. */
  public void store(RecordBatch batch) {
    transactions.run(sql -> documents(sql, batch));
  }

  private static MarketplaceNotifications write(Sql sql, RecordBatch batch) throws SQLException {
    ParkedNotifications.lockForRecording(sql, batch.hire().account());
    int epoch = documents(sql, batch);
    if (toldOtherwise(sql, epoch, batch) && Epochs.tellAnew(sql, batch, epoch)) {
      epoch = documents(sql, batch);
    }
    for (HireEvent event : batch.events()) {
      append(sql, batch.hireId(), epoch, event);
    }
    if (JournalIncidents.find(sql, batch.hireId(), JournalIncidents.RECORD).isPresent()) {
      // Something of the hire is not recorded; by now perhaps it can be.
      SnapshotWrites.request(sql, batch.hireId());
    }
    return ParkedNotifications.take(sql, epoch, batch);
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
    if (HireWrites.header(sql, epoch, batch.hire())) {
      GoneWorkflow.keep(sql, batch.hire());
    }
    DocumentWrites.milestones(sql, hireId, epoch, batch.milestones());
    DocumentWrites.approvals(sql, hireId, epoch, batch.approvals());
    DocumentWrites.incidents(sql, hireId, epoch, batch.incidents());
    for (LedgerEntry entry : batch.ledger()) {
      Ledger.tell(sql, batch.hire(), entry);
    }
    Instant closedAt = batch.hire().closedAt();
    if (closedAt != null) {
      LostHire.closed(sql, batch.hire(), closedAt);
    }
    ChangeNotifications.send(sql, hireId);
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

  private static Insertion enter(Sql sql, NewHire hire, int generation) throws SQLException {
    Optional<HireView> entered = HireWrites.insert(sql, hire, generation);
    if (entered.isPresent()) {
      if (hire.key() != null) {
        RequestKeys.made(sql, hire.key(), hire.id());
      }
      if (hire.audit() != null) {
        AuditEntries.add(sql, hire.audit());
      }
      return new Insertion.Inserted(entered.get());
    }
    HirePlan plan = hire.plan();
    return new Insertion.Existing(
        HireViews.one(sql, HireRows.current(sql, plan.account(), plan.proposalId()).orElseThrow()));
  }

  private static Insertion replace(Sql sql, NewHire hire, String replaced) throws SQLException {
    Optional<HireRow> found = HireRows.lock(sql, replaced);
    if (found.isEmpty()) {
      return new Insertion.NotReplaceable(Reason.UNKNOWN);
    }
    HireRow old = found.get();
    if (!sameProposal(old.plan(), hire.plan())) {
      return new Insertion.NotReplaceable(Reason.OTHER_PROPOSAL);
    }
    if (!old.current()) {
      return replacedBefore(sql, hire.plan(), replaced);
    }
    List<Reason> against = against(old);
    if (!against.isEmpty()) {
      return new Insertion.NotReplaceable(against.getFirst());
    }
    HireWrites.retire(sql, replaced);
    return enter(sql, hire, old.document().generation() + 1);
  }

  /** A repeated request finds the hire that the first one entered. */
  private static Insertion replacedBefore(Sql sql, HirePlan plan, String replaced)
      throws SQLException {
    HireRow now = HireRows.current(sql, plan.account(), plan.proposalId()).orElseThrow();
    return replaced.equals(now.replaces())
        ? new Insertion.Existing(HireViews.one(sql, now))
        : new Insertion.NotReplaceable(Reason.REPLACED);
  }

  private static List<Reason> against(HireRow old) {
    if (!old.document().status().closed()) {
      return List.of(Reason.OPEN);
    }
    return old.document().contractId() == null ? List.of() : List.of(Reason.HAS_CONTRACT);
  }

  private static boolean sameProposal(HirePlan one, HirePlan other) {
    return one.account().equals(other.account()) && one.proposalId().equals(other.proposalId());
  }
}
