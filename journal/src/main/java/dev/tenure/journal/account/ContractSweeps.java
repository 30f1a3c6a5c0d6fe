package dev.tenure.journal.account;

import dev.tenure.journal.account.ClosedHire.Outcome;
import dev.tenure.journal.store.Json;
import dev.tenure.journal.store.Sql;
import dev.tenure.journal.store.Transactions;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.plan.TextLength;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the account sweep saw of contracts, whom they belong to, and what the sweep did. */
@Singleton
public final class ContractSweeps {

  private static final int LONGEST_WORDS = 500;

  private final Transactions transactions;

  ContractSweeps(Transactions transactions) {
    this.transactions = transactions;
  }

  /** The contracts that were active at the last sweep, by id. */
  public Map<String, SweptContract> last(String account) {
    Map<String, SweptContract> last = new LinkedHashMap<>();
    transactions
        .run(
            sql ->
                sql.list(
                    "select contract_id, proposal_id, digest from contract_sweeps where account = ?",
                    row ->
                        new SweptContract(
                            row.getString("contract_id"),
                            row.getString("proposal_id"),
                            row.getString("digest")),
                    account))
        .forEach(contract -> last.put(contract.contractId(), contract));
    return last;
  }

  /** Whether there is any hire that a change would concern. */
  public boolean anyOpenHire(String account) {
    return transactions.run(
        sql ->
            sql.first(
                    "select 1 as one from hires where account = ? and closed_at is null limit 1",
                    row -> row.getInt("one"),
                    account)
                .isPresent());
  }

  /**
   * The open hires that contracts belong to: by the contract's id, else by its proposal.
   *
   * @return each contract with its hire; those of no open hire are left out
   */
  public Map<String, SweptHire> openHires(String account, List<SweptContract> contracts) {
    return transactions.read(sql -> openHires(sql, account, contracts));
  }

  private static Map<String, SweptHire> openHires(
      Sql sql, String account, List<SweptContract> contracts) throws SQLException {
    Map<String, SweptHire> byContract = new LinkedHashMap<>();
    Map<String, SweptHire> byProposal = new LinkedHashMap<>();
    record Row(String id, @Nullable String contractId, String proposalId) {}
    List<Row> rows =
        sql.list(
            """
            select id, contract_id, proposal_id from hires
            where account = ? and closed_at is null
              and (contract_id = any(?) or proposal_id = any(?))
            """,
            row ->
                new Row(
                    row.getString("id"),
                    row.getString("contract_id"),
                    row.getString("proposal_id")),
            account,
            contracts.stream().map(SweptContract::contractId).toList(),
            contracts.stream().map(SweptContract::proposalId).filter(Objects::nonNull).toList());
    Map<String, List<MilestoneDocument>> milestones =
        milestones(sql, rows.stream().map(Row::id).toList());
    for (Row row : rows) {
      SweptHire hire =
          new SweptHire(row.id(), row.contractId(), milestones.getOrDefault(row.id(), List.of()));
      byProposal.put(row.proposalId(), hire);
      if (row.contractId() != null) {
        byContract.put(row.contractId(), hire);
      }
    }
    Map<String, SweptHire> found = new LinkedHashMap<>();
    for (SweptContract contract : contracts) {
      @Nullable SweptHire hire = byContract.get(contract.contractId());
      if (hire == null && contract.proposalId() != null) {
        hire = byProposal.get(contract.proposalId());
      }
      if (hire != null) {
        found.put(contract.contractId(), hire);
      }
    }
    return found;
  }

  private static Map<String, List<MilestoneDocument>> milestones(Sql sql, List<String> hires)
      throws SQLException {
    record Row(String hireId, MilestoneDocument document) {}
    Map<String, List<MilestoneDocument>> all = new LinkedHashMap<>();
    sql.list(
            "select hire_id, document from milestones where hire_id = any(?)",
            row ->
                new Row(
                    row.getString("hire_id"),
                    Json.read(row.getString("document"), MilestoneDocument.class)),
            hires)
        .forEach(
            row ->
                all.computeIfAbsent(row.hireId(), hire -> new ArrayList<>()).add(row.document()));
    return all;
  }

  /** The Working Contracts that open hires wait for, by id: those that are not terminal. */
  public Map<String, AwaitedContract> awaited(String account) {
    Map<String, AwaitedContract> awaited = new LinkedHashMap<>();
    transactions
        .run(
            sql ->
                sql.list(
                    """
                    select m.document ->> 'milestoneId' as contract_id, m.hire_id,
                      m.document #>> '{workingContract,status}' as status
                    from milestones m join hires h on h.id = m.hire_id
                    where h.account = ? and h.closed_at is null
                      and m.document ->> 'milestoneId' is not null
                      and m.document #>> '{workingContract,status}' !~ '^(settled|cancelled)-'
                    order by h.seq
                    """,
                    row ->
                        new AwaitedContract(
                            row.getString("contract_id"),
                            row.getString("hire_id"),
                            row.getString("status")),
                    account))
        .forEach(contract -> awaited.put(contract.contractId(), contract));
    return awaited;
  }

  /** Keeps what was seen; what is gone is forgotten. */
  public void keep(String account, List<SweptContract> seen, List<String> gone) {
    transactions.run(
        sql -> {
          sql.update(
              """
              insert into contract_sweeps as old (account, contract_id, proposal_id, digest)
              select ?, * from unnest(?::text[], ?::text[], ?::text[])
              on conflict (account, contract_id) do update
              set proposal_id = excluded.proposal_id, digest = excluded.digest, seen_at = now()
              """,
              account,
              seen.stream().map(SweptContract::contractId).toList(),
              seen.stream().map(SweptContract::proposalId).toList(),
              seen.stream().map(SweptContract::digest).toList());
          return sql.update(
              "delete from contract_sweeps where account = ? and contract_id = any(?)",
              account,
              gone);
        });
  }

  /**
   * The closed hires whose proposal has an active contract, of which nothing was decided yet: hires
   * that never had a contract, or were cancelled.
   */
  public List<ClosedHire> closedHires(String account) {
    return transactions.run(
        sql ->
            sql.list(
                """
                select h.id, h.run_id, s.contract_id
                from contract_sweeps s join hires h
                  on h.account = s.account and h.proposal_id = s.proposal_id and h.current
                where s.account = ? and s.closed_hire is null and h.closed_at is not null
                  and h.status in ('declined', 'expired', 'cancelled')
                  and (h.contract_id is null or h.contract_id = s.contract_id)
                order by h.seq
                """,
                row ->
                    new ClosedHire(
                        row.getString("id"), row.getString("run_id"), row.getString("contract_id")),
                account));
  }

  /** Remembers what became of a closed hire whose contract is active: it is decided once. */
  public void decided(String account, String contractId, Outcome outcome) {
    transactions.run(
        sql ->
            sql.update(
                """
                update contract_sweeps set closed_hire = ? where account = ? and contract_id = ?
                """,
                outcome.name().toLowerCase(Locale.ROOT),
                account,
                contractId));
  }

  /** The active contracts of closed hires that cannot be taken up again. */
  public List<String> withoutHistory(String account) {
    return transactions.run(
        sql ->
            sql.list(
                """
                select contract_id from contract_sweeps
                where account = ? and closed_hire = 'no_history' order by contract_id
                """,
                row -> row.getString("contract_id"),
                account));
  }

  /** A sweep is over. */
  public void swept(String account, SweepReport report) {
    transactions.run(
        sql ->
            sql.update(
                """
                insert into accounts (id, swept_at, sweep) values (?, now(), cast(? as jsonb))
                on conflict (id) do update
                set swept_at = now(), sweep_error = null, sweep = excluded.sweep
                """,
                account,
                Json.write(report)));
  }

  /** Remembers that the contracts could not be read, and why; gone with the next sweep. */
  public void failed(String account, String words) {
    String kept = TextLength.shortened(words, LONGEST_WORDS);
    transactions.run(
        sql ->
            sql.update(
                """
                insert into accounts (id, sweep_error) values (?, ?)
                on conflict (id) do update set sweep_error = excluded.sweep_error
                """,
                account,
                kept));
  }
}
