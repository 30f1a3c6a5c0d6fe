package dev.tenure.api.access;

import dev.tenure.model.wire.WireName;

/** What an API key may do. */
public enum Scope implements WireName {
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
  @Override
  public String wire() {
    return WireName.super.wire().replace('_', ':');
  }
}
