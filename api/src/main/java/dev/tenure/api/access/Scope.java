package dev.tenure.api.access;

import dev.tenure.model.wire.WireName;

/** What an API key may do. */
public enum Scope implements WireName {
  /** Reads hires and everything that belongs to them, and plans hires. */
  HIRES_READ(Name.HIRES_READ),
  /** Makes hires and commands them. */
  HIRES_WRITE(Name.HIRES_WRITE),
  /** Decides approvals, where a marketplace leaves the decision to this front. */
  APPROVALS_DECIDE(Name.APPROVALS_DECIDE),
  /** Reads what the workers tell of the marketplace accounts. */
  ACCOUNTS_READ(Name.ACCOUNTS_READ),
  /** Makes and revokes keys, and reads the audit list. It holds every other scope. */
  ADMIN(Name.ADMIN);

  private final String wire;

  Scope(String wire) {
    this.wire = wire;
  }

  /** The name in requests and answers, e.g. {@code hires:read}. */
  @Override
  public String wire() {
    return wire;
  }

  /** The names as constants, for {@code @Secured}. */
  public static final class Name {

    public static final String HIRES_READ = "hires:read";
    public static final String HIRES_WRITE = "hires:write";
    public static final String APPROVALS_DECIDE = "approvals:decide";
    public static final String ACCOUNTS_READ = "accounts:read";
    public static final String ADMIN = "admin";

    private Name() {}
  }
}
