package dev.tenure.journal.record;

import dev.tenure.journal.store.Transactions;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for good what each {@code Idempotency-Key} was used for. Keys are told apart within a
 * scope: the id of a hire, or {@link #hiresOf}.
 */
@Singleton
public final class RequestKeys {

  private final Transactions transactions;

  RequestKeys(Transactions transactions) {
    this.transactions = transactions;
  }

  /** The scope of the requests that make hires of an account: others may use the same keys. */
  public static String hiresOf(String account) {
    return "hires/" + account;
  }

  /**
   * What a key stands for.
   *
   * @param digest of the first request that came with it
   * @param made the id of the hire or the key of the milestone that this request made, if it did
   */
  public record Use(String digest, @Nullable String made) {}

  /**
   * Takes a key for a request, unless it was taken before; answers what it stands for now.
   *
   * @throws dev.tenure.journal.store.JournalUnavailable when it may or may not be taken: ask again
   */
  public Use claim(String scope, String key, String digest) {
    return transactions.run(
        sql -> {
          sql.update(
              "insert into request_keys (scope, key, digest) values (?, ?, ?)"
                  + " on conflict (scope, key) do nothing",
              scope,
              key,
              digest);
          return sql.first(
                  "select digest, made from request_keys where scope = ? and key = ?",
                  row -> new Use(row.getString("digest"), row.getString("made")),
                  scope,
                  key)
              .orElseThrow();
        });
  }

  /** Notes what a request made; the first word stays. */
  public void made(String scope, String key, String made) {
    transactions.run(
        sql ->
            sql.update(
                "update request_keys set made = ? where scope = ? and key = ? and made is null",
                made,
                scope,
                key));
  }
}
