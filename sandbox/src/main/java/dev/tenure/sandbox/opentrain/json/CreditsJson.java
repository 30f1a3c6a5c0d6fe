package dev.tenure.sandbox.opentrain.json;

import dev.tenure.sandbox.opentrain.model.account.Account;
import dev.tenure.sandbox.opentrain.model.money.EntryType;
import dev.tenure.sandbox.opentrain.model.money.LedgerEntry;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code {"credits": …}}: the balance with the newest entries. */
@Serdeable
public record CreditsJson(Balance credits) {

  /** What can be spent and what is held. */
  @Serdeable
  public record Balance(
      long availableCents, long reservedCents, String currency, List<Entry> recentEntries) {}

  /** One line of the ledger; the proposal's id stands under the marketplace's own odd name. */
  @Serdeable
  public record Entry(
      String id,
      EntryType type,
      long amountCents,
      Instant createdAt,
      @Nullable String holdEntryId,
      @Nullable String jobofferId,
      @Nullable String contractId,
      @Nullable String milestoneId,
      @Nullable String topUpId,
      @Nullable String note) {

    public static Entry of(LedgerEntry entry) {
      return new Entry(
          entry.id(),
          entry.type(),
          entry.amountCents(),
          entry.createdAt(),
          entry.holdEntryId(),
          entry.proposalId(),
          entry.contractId(),
          entry.milestoneId(),
          entry.topUpId(),
          entry.note());
    }
  }

  /** A page of the ledger. */
  @Serdeable
  public record Ledger(List<Entry> entries, @Nullable String nextCursor) {}

  public static CreditsJson of(Account account, List<LedgerEntry> newest) {
    return new CreditsJson(
        new Balance(
            account.availableCents(),
            account.reservedCents(),
            "usd",
            newest.stream().map(Entry::of).toList()));
  }
}
