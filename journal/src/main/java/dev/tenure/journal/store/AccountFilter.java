package dev.tenure.journal.store;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Of which accounts somebody may see anything. What belongs to another account is, for them, not
 * there.
 *
 * @param accounts their names; null for all
 */
public record AccountFilter(@Nullable Set<String> accounts) {

  /** Sees everything. */
  public static final AccountFilter ALL = new AccountFilter(null);

  /** Sees nothing. */
  public static final AccountFilter NONE = new AccountFilter(Set.of());

  public AccountFilter {
    accounts = accounts == null ? null : Set.copyOf(accounts);
  }

  /** Sees these accounts alone; null for all. */
  public static AccountFilter of(@Nullable Collection<String> accounts) {
    return accounts == null ? ALL : new AccountFilter(new TreeSet<>(accounts));
  }

  public boolean sees(String account) {
    return accounts == null || accounts.contains(account);
  }

  /**
   * Adds the condition to a search.
   *
   * @param column that names the account
   */
  public WhereClause restrict(WhereClause where, String column) {
    return where.with(column + " = any(?)", accounts);
  }
}
