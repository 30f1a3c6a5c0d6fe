package dev.tenure.activities.opencontract.activity;

import dev.tenure.activities.marketplace.MarketplaceException.Unavailable;
import dev.tenure.activities.opencontract.chain.BalanceUnreadException;
import dev.tenure.activities.opencontract.chain.ChainNode;
import dev.tenure.activities.opencontract.client.OpenContractAnswer;
import dev.tenure.activities.opencontract.client.OpenContractClient;
import dev.tenure.activities.opencontract.client.OpenContractRefusal;
import dev.tenure.activities.opencontract.signer.Address;
import dev.tenure.activities.opencontract.signer.PaymentIntents;
import dev.tenure.activities.opencontract.signer.PaymentPolicy;
import dev.tenure.activities.opencontract.signer.Usdc;
import dev.tenure.journal.store.JournalUnavailable;
import dev.tenure.model.account.AccountFacts;
import dev.tenure.model.account.AgentFacts;
import dev.tenure.model.money.Money;
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
  private final @Nullable ChainNode node;
  private final InstantSource clock;

  /**
   * A reader of one account.
   *
   * @param node that tells the balance; absent where none is named
   */
  public OpenContractAccountReader(
      OpenContractClient client,
      Address address,
      PaymentPolicy policy,
      PaymentIntents intents,
      @Nullable ChainNode node,
      InstantSource clock) {
    this.client = client;
    this.address = address;
    this.policy = policy;
    this.intents = intents;
    this.node = node;
    this.clock = clock;
  }

  /** What is known without asking anybody. */
  public AccountFacts local() {
    return facts(null, null, "not looked at yet");
  }

  /** Asks for the protocol's parameters, which takes a key, and so a signature that fits. */
  public AccountFacts read() {
    try {
      Objects.requireNonNull(client.protocol());
      return withBalance(true, null);
    } catch (OpenContractRefusal e) {
      boolean key = e.meaning() instanceof OpenContractAnswer.KeyRefused;
      return withBalance(
          key ? false : null,
          (key ? "the address is not accepted: " : "the account cannot be looked at: ")
              + e.getMessage());
    } catch (Unavailable e) {
      return e.limited() || e.throttled()
          ? withBalance(issued(), "not looked at just now: " + e.getMessage())
          : withBalance(null, "the marketplace does not answer: " + e.getMessage());
    }
  }

  /**
   * Whoever has a key was accepted; busy hires, which use up the calls, refute it by themselves.
   */
  private @Nullable Boolean issued() {
    return client.keys().issuedAt().isPresent() ? true : null;
  }

  /** The node is another's than the marketplace: it tells what it can whatever that says. */
  private AccountFacts withBalance(@Nullable Boolean accepted, @Nullable String trouble) {
    if (node == null) {
      return facts(accepted, null, trouble);
    }
    try {
      return facts(accepted, node.balance(address, policy), trouble);
    } catch (BalanceUnreadException e) {
      return facts(accepted, null, and(trouble, String.valueOf(e.getMessage())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return facts(accepted, null, and(trouble, "the worker stops"));
    }
  }

  private static String and(@Nullable String trouble, String unread) {
    String balance = "the balance is not read: " + unread;
    return trouble == null ? balance : trouble + "; " + balance;
  }

  private AccountFacts facts(
      @Nullable Boolean accepted, @Nullable Money balance, @Nullable String trouble) {
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
            signed(),
            balance));
  }

  private @Nullable Money signed() {
    try {
      return Usdc.money(intents.signedSince(address, clock.instant().minus(DAY)));
    } catch (JournalUnavailable e) {
      return null;
    }
  }
}
