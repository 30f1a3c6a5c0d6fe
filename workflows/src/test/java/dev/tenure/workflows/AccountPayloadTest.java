package dev.tenure.workflows;

import dev.tenure.model.account.AccountFacts;
import dev.tenure.model.money.Credits;
import dev.tenure.model.money.Money;
import dev.tenure.workflows.accounts.AccountQuestion;
import dev.tenure.workflows.accounts.AccountReading;
import dev.tenure.workflows.accounts.LedgerReading;
import dev.tenure.workflows.accounts.ProposalFacts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The payloads of the workflows that look at accounts, frozen as the others are. */
class AccountPayloadTest {

  static Stream<Arguments> payloads() {
    return Stream.of(
        Arguments.of("account-question", new AccountQuestion("acme", "prp_9")),
        Arguments.of("account-reading", new AccountReading(account(), proposal())),
        Arguments.of("ledger-reading", new LedgerReading(3, "words")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("payloads")
  void thePayloadIsWrittenAndReadAsEver(String name, Object payload) {
    Golden.check(name, payload);
  }

  private static AccountFacts account() {
    return new AccountFacts(
        true,
        false,
        "https://market.example/claim",
        List.of("payments:read"),
        List.of("payments:write"),
        Map.of("public_api_hiring", false, "public_api_credits", true),
        List.of("public_api_hiring"),
        new Credits(Money.usd("5000.00"), Money.usd("450.00")),
        "words",
        Instant.parse("2026-11-01T10:15:30.123Z"),
        null);
  }

  private static ProposalFacts proposal() {
    return new ProposalFacts(
        "prp_9",
        ProposalFacts.Sight.SEEN,
        "UNREVIEWED",
        "ctr_1",
        new BigDecimal("0.06"),
        "PER_LABEL",
        "words");
  }
}
