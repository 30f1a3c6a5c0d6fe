package dev.tenure.activities.opencontract.activity;

import dev.tenure.activities.marketplace.MarketplaceException.Unavailable;
import dev.tenure.activities.opencontract.client.OpenContractAnswer;
import dev.tenure.activities.opencontract.client.OpenContractClient;
import dev.tenure.activities.opencontract.client.OpenContractRefusal;
import dev.tenure.activities.opencontract.signer.Address;
import dev.tenure.activities.opencontract.signer.PaymentIntents;
import dev.tenure.activities.opencontract.signer.PaymentPolicy;
import dev.tenure.activities.opencontract.signer.Usdc;
import dev.tenure.journal.store.JournalUnavailable;
import dev.tenure.model.AccountFacts;
import dev.tenure.model.AgentFacts;
import dev.tenure.model.Money;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Looks at an account of OpenContract; what cannot be told leaves a gap, not a failure. */
public final class OpenContractAccountReader {

  private static final Duration DAY = Duration.ofHours(24);

  private final OpenContractClient client;
  private final Address address;
  private final PaymentPolicy policy;
  private final PaymentIntents intents;
  private final InstantSource clock;

  public OpenContractAccountReader(
      OpenContractClient client,
      Address address,
      PaymentPolicy policy,
      PaymentIntents intents,
      InstantSource clock) {
    this.client = client;
    this.address = address;
    this.policy = policy;
    this.intents = intents;
    this.clock = clock;
  }

  /** What is known without asking the marketplace. */
  public AccountFacts local() {
    return facts(null, "not looked at yet");
  }

  /** Asks for the protocol's parameters, which takes a key, and so a signature that fits. */
  public AccountFacts read() {
    try {
      Objects.requireNonNull(client.protocol());
      return facts(true, null);
    } catch (OpenContractRefusal e) {
      boolean key = e.meaning() instanceof OpenContractAnswer.KeyRefused;
      return facts(
          key ? false : null,
          (key ? "the address is not accepted: " : "the account cannot be looked at: ")
              + e.getMessage());
    } catch (Unavailable e) {
      return facts(null, "the marketplace does not answer: " + e.getMessage());
    }
  }

  private AccountFacts facts(@Nullable Boolean accepted, @Nullable String trouble) {
    return new AccountFacts(
        accepted,
        null,
        null,
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        null,
        trouble,
        clock.instant(),
        new AgentFacts(
            address.toString(),
            policy.networks().stream().sorted().toList(),
            policy.assets().stream().map(Address::toString).sorted().toList(),
            client.keys().issuedAt().orElse(null),
            policy.perPayment(),
            policy.perDay(),
            signed()));
  }

  private @Nullable Money signed() {
    try {
      return Usdc.money(intents.signedSince(address, clock.instant().minus(DAY)));
    } catch (JournalUnavailable e) {
      return null;
    }
  }
}
