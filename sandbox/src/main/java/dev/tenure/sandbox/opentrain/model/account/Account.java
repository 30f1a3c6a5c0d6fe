package dev.tenure.sandbox.opentrain.model.account;

import io.micronaut.serde.annotation.Serdeable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An employer organization with what its people have set up in the app.
 *
 * @param cardDeclines every charge to the card fails at confirm time
 * @param availableCents credits that can be spent
 * @param reservedCents credits that stand behind funded milestones
 */
@Serdeable
public record Account(
    String id,
    String name,
    Owner owner,
    boolean claimed,
    boolean card,
    boolean cardDeclines,
    Map<String, Boolean> features,
    long availableCents,
    long reservedCents) {

  /** The person who owns the account. */
  @Serdeable
  public record Owner(String userId, String email, String firstName, String lastName) {

    /** Both names; null while the account is an agent's and nobody has given any. */
    public @Nullable String fullName() {
      return known((firstName + " " + lastName).strip());
    }

    /** Null for what nobody has given yet. */
    public static @Nullable String known(String text) {
      return text.isEmpty() ? null : text;
    }
  }

  public boolean may(String feature) {
    return features.getOrDefault(feature, false);
  }

  public Account holding(long available, long reserved) {
    return new Account(id, name, owner, claimed, card, cardDeclines, features, available, reserved);
  }

  public Account set(boolean isClaimed, boolean hasCard, boolean declines) {
    return new Account(
        id, name, owner, isClaimed, hasCard, declines, features, availableCents, reservedCents);
  }

  /** A person took it over. */
  public Account claimedBy(String email) {
    Owner person = new Owner(owner.userId(), email, owner.firstName(), owner.lastName());
    return new Account(
        id, name, person, true, card, cardDeclines, features, availableCents, reservedCents);
  }

  public Account switching(Map<String, Boolean> some) {
    Map<String, Boolean> all = new HashMap<>(features);
    all.putAll(some);
    return new Account(
        id, name, owner, claimed, card, cardDeclines, all, availableCents, reservedCents);
  }
}
