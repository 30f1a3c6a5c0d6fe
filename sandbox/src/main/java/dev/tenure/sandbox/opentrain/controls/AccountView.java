package dev.tenure.sandbox.opentrain.controls;

import dev.tenure.sandbox.opentrain.model.account.Account;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;

/**
 * An account with its switches.
 *
 * @param scopes those of the owner's token; none when every one of them was revoked
 */
@Serdeable
record AccountView(
    String id,
    String name,
    boolean claimed,
    boolean card,
    boolean cardDeclines,
    long creditsCents,
    long reservedCents,
    Map<String, Boolean> features,
    List<String> scopes) {

  static AccountView of(Account account, List<String> scopes) {
    return new AccountView(
        account.id(),
        account.name(),
        account.claimed(),
        account.card(),
        account.cardDeclines(),
        account.availableCents(),
        account.reservedCents(),
        account.features(),
        scopes);
  }
}
