package dev.tenure.api.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an API key may do. */
public enum Scope {
  /** Reads hires and everything that belongs to them, and plans hires. */
  HIRES_READ,
  /** Makes hires and commands them. */
  HIRES_WRITE,
  /** Decides approvals, where a marketplace leaves the decision to this front. */
  APPROVALS_DECIDE,
  /** Reads what the workers tell of the marketplace accounts. */
  ACCOUNTS_READ,
  /** Makes and revokes keys, and reads the audit list. It holds every other scope. */
  ADMIN;

  /** The name in requests and answers, e.g. {@code hires:read}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', ':');
  }

  /** The scope of that name. */
  public static Optional<Scope> of(String wire) {
    return Arrays.stream(values()).filter(scope -> scope.wire().equals(wire)).findFirst();
  }
}
