package dev.tenure.journal;

import dev.tenure.journal.Insertion.Reason;
import dev.tenure.model.HirePlan;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The hires: entering them and reading them. */
@Singleton
public final class Hires {

  private final Transactions transactions;

  Hires(Transactions transactions) {
    this.transactions = transactions;
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

  public Optional<HireView> find(String id) {
    return transactions.read(
        sql -> {
          var row = HireRows.find(sql, id);
          return row.isEmpty() ? Optional.empty() : Optional.of(Views.one(sql, row.get()));
        });
  }

  /** The hire that stands for a proposal: its newest generation. */
  public Optional<HireView> current(String account, String proposalId) {
    return transactions.read(
        sql -> {
          var row = HireRows.current(sql, account, proposalId);
          return row.isEmpty() ? Optional.empty() : Optional.of(Views.one(sql, row.get()));
        });
  }

  /** Hires, the newest first. */
  public Slice<HireView> list(HireQuery query) {
    return transactions.read(sql -> Views.all(sql, HireSearch.rows(sql, query)));
  }

  private static Insertion enter(Sql sql, NewHire hire, int generation) throws SQLException {
    boolean entered = HireRows.insert(sql, hire, generation);
    HirePlan plan = hire.plan();
    HireView there =
        Views.one(sql, HireRows.current(sql, plan.account(), plan.proposalId()).orElseThrow());
    return entered ? new Insertion.Inserted(there) : new Insertion.Existing(there);
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
    HireRows.retire(sql, replaced);
    return enter(sql, hire, old.document().generation() + 1);
  }

  /** A repeated request finds the hire that the first one entered. */
  private static Insertion replacedBefore(Sql sql, HirePlan plan, String replaced)
      throws SQLException {
    HireRow now = HireRows.current(sql, plan.account(), plan.proposalId()).orElseThrow();
    return replaced.equals(now.replaces())
        ? new Insertion.Existing(Views.one(sql, now))
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
