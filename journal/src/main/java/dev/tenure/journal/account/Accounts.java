package dev.tenure.journal.account;

import static java.util.Objects.requireNonNull;

import dev.tenure.journal.store.AccountAccess;
import dev.tenure.journal.store.Json;
import dev.tenure.journal.store.Sql;
import dev.tenure.journal.store.Transactions;
import dev.tenure.journal.store.WhereClause;
import dev.tenure.model.account.AccountFacts;
import dev.tenure.model.account.Marketplace;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The marketplace accounts that the workers serve. The workers write them, without tokens; everyone
 * else learns from here which there are.
 */
@Singleton
public final class Accounts {

  /** An account that no worker spoke for while others did is no longer served. */
  private static final String SERVED =
      "served_at > (select max(served_at) from accounts) - interval '5 minutes'";

  private static final String SELECT =
      "select id, kind, marketplace, served_at, facts, feed_at, last_error, ledger_at, ledger_error,"
          + " swept_at, sweep_error, sweep"
          + " from accounts";

  private final Transactions transactions;
  private final AccountAccess access;

  Accounts(Transactions transactions, AccountAccess access) {
    this.transactions = transactions;
    this.access = access;
  }

  /**
   * A worker says that it serves the account.
   *
   * @param url where the marketplace is
   */
  public void served(String id, Marketplace marketplace, String url) {
    transactions.run(
        sql ->
            sql.update(
                """
                insert into accounts (id, kind, marketplace, served_at) values (?, ?, ?, now())
                on conflict (id) do update set kind = excluded.kind,
                  marketplace = excluded.marketplace, served_at = excluded.served_at
                """,
                id,
                marketplace.wire(),
                url));
  }

  /** Keeps what the marketplace said of the account, unless something later is there. */
  public void checked(String id, AccountFacts facts) {
    transactions.run(
        sql ->
            sql.update(
                """
                insert into accounts as old (id, facts) values (?, cast(? as jsonb))
                on conflict (id) do update set facts = excluded.facts
                where old.facts is null
                  or cast(old.facts ->> 'checkedAt' as timestamptz) <= cast(? as timestamptz)
                """,
                id,
                Json.write(facts),
                facts.checkedAt()));
  }

  /** Every account that is served, by name. */
  public List<AccountView> list() {
    WhereClause where = served();
    return transactions.run(
        sql -> sql.list(SELECT + where.sql() + " order by id", Accounts::read, where.arguments()));
  }

  /** The account of that name, if it is served. */
  public Optional<AccountView> find(String id) {
    WhereClause where = served().all("id = ?", id);
    return transactions.run(
        sql -> sql.first(SELECT + where.sql(), Accounts::read, where.arguments()));
  }

  private WhereClause served() {
    return access.current().restrict(new WhereClause().all(SERVED), "id");
  }

  /** The newest open incident of that cause among the account's hires. */
  public Optional<IncidentDocument> openIncident(String account, IncidentCause cause) {
    return transactions.run(
        sql ->
            sql.first(
                """
                select i.document from incidents i join hires h on h.id = i.hire_id
                where h.account = ? and i.closed_at is null and i.document ->> 'cause' = ?
                order by i.opened_at desc limit 1
                """,
                row -> Json.read(row.getString("document"), IncidentDocument.class),
                account,
                cause.wire()));
  }

  private static AccountView read(ResultSet row) throws SQLException {
    @Nullable String facts = row.getString("facts");
    @Nullable String sweep = row.getString("sweep");
    return new AccountView(
        row.getString("id"),
        Marketplace.of(row.getString("kind")),
        row.getString("marketplace"),
        requireNonNull(Sql.instant(row, "served_at")),
        facts == null ? null : Json.read(facts, AccountFacts.class),
        Sql.instant(row, "feed_at"),
        row.getString("last_error"),
        Sql.instant(row, "ledger_at"),
        row.getString("ledger_error"),
        Sql.instant(row, "swept_at"),
        row.getString("sweep_error"),
        sweep == null ? null : Json.read(sweep, SweepReport.class));
  }
}
