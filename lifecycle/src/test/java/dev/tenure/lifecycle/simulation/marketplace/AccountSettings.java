package dev.tenure.lifecycle.simulation.marketplace;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/**
 * What the account's people have set up: what its token may do, and how it pays. Everything is
 * allowed at first. There are no credits: it is the card that pays.
 */
public final class AccountSettings {
  private final EnumSet<TokenScope> scopes = EnumSet.allOf(TokenScope.class);
  private final EnumSet<AccountFeature> features = EnumSet.allOf(AccountFeature.class);
  private boolean claimed = true;
  private boolean card = true;
  private boolean cardDeclines;
  private boolean tokenAccepted = true;
  private boolean ownerToken = true;
  private int token = 1;
  private Duration approvalWindow = Assumed.APPROVAL_WINDOW;

  AccountSettings() {}

  public AccountSettings claimed(boolean yes) {
    claimed = yes;
    return this;
  }

  /** Whether there is a card on file. */
  public AccountSettings card(boolean yes) {
    card = yes;
    return this;
  }

  /** Whether every charge to the card fails at the moment when a person confirms. */
  public AccountSettings cardDeclines(boolean yes) {
    cardDeclines = yes;
    return this;
  }

  /** Whether the token is taken at all; else every call is a 401. */
  public AccountSettings tokenAccepted(boolean yes) {
    tokenAccepted = yes;
    return this;
  }

  /**
   * Whether the token is one of the account's owner, which sees all approvals of the account; else
   * it is a team member's, which sees those that it asked for.
   */
  public AccountSettings ownerToken(boolean yes) {
    ownerToken = yes;
    return this;
  }

  /** Calls come with another token from now on. */
  public AccountSettings rotateToken() {
    token++;
    return this;
  }

  /** Gives the token a scope, or takes it. */
  public AccountSettings scope(TokenScope scope, boolean granted) {
    if (granted) {
      scopes.add(scope);
    } else {
      scopes.remove(scope);
    }
    return this;
  }

  /** Gives the token these scopes and no others. */
  public AccountSettings scopes(Collection<TokenScope> granted) {
    scopes.clear();
    scopes.addAll(granted);
    return this;
  }

  public AccountSettings feature(AccountFeature feature, boolean enabled) {
    if (enabled) {
      features.add(feature);
    } else {
      features.remove(feature);
    }
    return this;
  }

  /** How long people have for the approvals that are asked for from now on. */
  public AccountSettings approvalWindow(Duration window) {
    approvalWindow = window;
    return this;
  }

  public boolean claimed() {
    return claimed;
  }

  public boolean card() {
    return card;
  }

  public Duration approvalWindow() {
    return approvalWindow;
  }

  boolean cardDeclines() {
    return cardDeclines;
  }

  boolean ownerToken() {
    return ownerToken;
  }

  int token() {
    return token;
  }

  boolean grants(TokenScope scope) {
    return switch (scope) {
      case PROPOSALS_READ -> scopes.contains(scope) || scopes.contains(TokenScope.PROPOSALS_WRITE);
      case PAYMENTS_READ -> scopes.contains(scope) || scopes.contains(TokenScope.PAYMENTS_WRITE);
      case PROPOSALS_WRITE, PAYMENTS_WRITE -> scopes.contains(scope);
    };
  }

  /** Lets a read through: token, scope. */
  void requireReadable(TokenScope scope) {
    requireScope(scope, null);
  }

  /** Lets a write through, in the marketplace's order: token, scope, feature, claim. */
  void requireWritable(TokenScope scope, AccountFeature feature) {
    requireScope(scope, null);
    if (!features.contains(feature)) {
      throw Refusal.forbidden(feature.key());
    }
    if (!claimed) {
      throw Refusal.unclaimed();
    }
  }

  /** Lets the updates be read; each event needs its own scope besides. */
  void requireUpdates() {
    requireScope(TokenScope.PROPOSALS_READ, TokenScope.PAYMENTS_READ);
  }

  /** At request time it is enough that there is a card. */
  void requirePaymentMethod() {
    if (!card) {
      throw Refusal.noPaymentMethod();
    }
  }

  private void requireScope(TokenScope one, @Nullable TokenScope other) {
    if (!tokenAccepted) {
      throw Refusal.unauthorized();
    }
    if (!grants(one) && (other == null || !grants(other))) {
      throw Refusal.forbidden(one.wire());
    }
  }
}
