package dev.tenure.journal.access;

import dev.tenure.journal.store.Sql;
import dev.tenure.journal.store.Transactions;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for good what each {@code Idempotency-Key} was used for. Keys are told apart within a
 * scope: the id of a hire, all hires of an account, or all API keys.
 */
@Singleton
public final class RequestKeys {

  private final Transactions transactions;

  RequestKeys(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * A key of a request.
   *
   * @param scope within which it is told from others
   */
  public record Key(String scope, String key) {

    /** Of a request that makes a hire of an account: other accounts may use the same keys. */
    public static Key ofHires(String account, String key) {
      return new Key("hires/" + account, key);
    }

    /** Of a request that makes an API key. */
    public static Key ofApiKeys(String key) {
      return new Key("api-keys", key);
    }
  }

  /**
   * What a key stands for.
   *
   * @param digest of the first request that came with it
   * @param made the id of what this request made, or of what it was carried out on where no
   *     workflow took it; null as long as it did neither
   */
  public record Use(String digest, @Nullable String made) {}

  /**
   * Takes a key for a request, unless it was taken before; answers what it stands for now.
   *
   * @throws dev.tenure.journal.store.JournalUnavailable when it may or may not be taken: ask again
   */
  public Use claim(Key key, String digest) {
    return transactions.run(
        sql -> {
          boolean first =
              sql.update(
                      "insert into request_keys (scope, key, digest) values (?, ?, ?)"
                          + " on conflict (scope, key) do nothing",
                      key.scope(),
                      key.key(),
                      digest)
                  == 1;
          return first ? new Use(digest, null) : find(sql, key).orElseThrow();
        });
  }

  /** What a key stands for; takes none. */
  public Optional<Use> find(Key key) {
    return transactions.run(sql -> find(sql, key));
  }

  private static Optional<Use> find(Sql sql, Key key) throws SQLException {
    return sql.first(
        "select digest, made from request_keys where scope = ? and key = ?",
        row -> new Use(row.getString("digest"), row.getString("made")),
        key.scope(),
        key.key());
  }

  /** Notes what a request made, or was carried out on; the first word stays. */
  public void made(Key key, String made) {
    transactions.run(sql -> made(sql, key, made));
  }

  /** The same in a transaction that makes it. */
  public static int made(Sql sql, Key key, String made) throws SQLException {
    return sql.update(
        "update request_keys set made = ? where scope = ? and key = ? and made is null",
        made,
        key.scope(),
        key.key());
  }
}
