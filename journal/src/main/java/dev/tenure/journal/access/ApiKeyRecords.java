package dev.tenure.journal.access;

import static java.util.Objects.requireNonNull;

import dev.tenure.journal.store.Json;
import dev.tenure.journal.store.Slice;
import dev.tenure.journal.store.Sql;
import dev.tenure.journal.store.Transactions;
import dev.tenure.journal.store.WhereClause;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The API keys that were made while the front ran. */
@Singleton
public final class ApiKeyRecords {

  private static final String SELECT =
      "select id, name, hash, scopes, accounts, created_at, created_by, expires_at, revoked_at,"
          + " revoked_by, last_used_at from api_keys ";

  private final Transactions transactions;

  ApiKeyRecords(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * A key with what its secret is recognised by.
   *
   * @param hash SHA-256 of the secret, in hexadecimal digits
   */
  public record Hashed(ApiKeyRecord key, String hash) {

    /** Without the hash, which seals the sessions of the key. */
    @Override
    public String toString() {
      return key.toString();
    }
  }

  /** Where a key stands in the list. */
  public record Place(Instant createdAt, String id) {}

  /**
   * Keeps a new key, and with it that a request's key was used for it.
   *
   * @param request the key of the request that makes it, if it has one
   * @return false where another key that is not revoked has its name, or where the request has made
   *     a key before; none is kept then
   */
  public boolean insert(ApiKeyRecord key, String hash, RequestKeys.@Nullable Key request) {
    return transactions.run(
        sql -> {
          boolean made = insert(sql, key, hash);
          if (made && request != null && RequestKeys.made(sql, request, key.id()) == 0) {
            sql.update("delete from api_keys where id = ?", key.id());
            return false;
          }
          return made;
        });
  }

  private static boolean insert(Sql sql, ApiKeyRecord key, String hash) throws SQLException {
    return sql.update(
            """
            insert into api_keys
              (id, name, hash, scopes, accounts, created_at, created_by, expires_at)
            values (?, ?, ?, cast(? as jsonb), cast(? as jsonb), ?, ?, ?)
            on conflict (name) where revoked_at is null do nothing
            """,
            key.id(),
            key.name(),
            hash,
            Json.write(key.scopes()),
            key.accounts() == null ? null : Json.write(key.accounts()),
            key.createdAt(),
            key.createdBy(),
            key.expiresAt())
        == 1;
  }

  /** The key of that id, revoked or not. */
  public Optional<Hashed> find(String id) {
    return transactions.run(
        sql ->
            sql.first(
                SELECT + "where id = ?", row -> new Hashed(read(row), row.getString("hash")), id));
  }

  /** All keys, also revoked ones, the newest first. */
  public Slice<ApiKeyRecord> list(@Nullable Place before, int limit) {
    var where = new WhereClause();
    if (before != null) {
      where.all("(created_at, id) < (?, ?)", before.createdAt(), before.id());
    }
    return transactions.run(
        sql ->
            Slice.of(
                sql.list(
                    SELECT + where.sql() + " order by created_at desc, id desc limit ?",
                    ApiKeyRecords::read,
                    where.arguments(limit + 1)),
                limit));
  }

  /**
   * Ends a key for good; one that was revoked before stays as it was.
   *
   * @param by the name of the key or session that revokes it
   * @return the key as it is now; empty where there is none of that id
   */
  public Optional<ApiKeyRecord> revoke(String id, String by) {
    return transactions.run(
        sql -> {
          sql.update(
              "update api_keys set revoked_at = now(), revoked_by = ?"
                  + " where id = ? and revoked_at is null",
              by,
              id);
          return sql.first(SELECT + "where id = ?", ApiKeyRecords::read, id);
        });
  }

  /** Notes that a key is in use, at most once a minute. */
  public void used(String id) {
    transactions.run(
        sql ->
            sql.update(
                "update api_keys set last_used_at = now() where id = ?"
                    + " and (last_used_at is null or last_used_at < now() - interval '1 minute')",
                id));
  }

  private static ApiKeyRecord read(ResultSet row) throws SQLException {
    @Nullable String accounts = row.getString("accounts");
    return new ApiKeyRecord(
        row.getString("id"),
        row.getString("name"),
        texts(row.getString("scopes")),
        accounts == null ? null : texts(accounts),
        requireNonNull(Sql.instant(row, "created_at")),
        row.getString("created_by"),
        Sql.instant(row, "expires_at"),
        Sql.instant(row, "revoked_at"),
        row.getString("revoked_by"),
        Sql.instant(row, "last_used_at"));
  }

  private static List<String> texts(String json) {
    return List.of(Json.read(json, String[].class));
  }
}
