package dev.tenure.api;

import dev.tenure.model.account.AccountFacts;
import dev.tenure.model.money.Credits;
import dev.tenure.model.money.Money;
import dev.tenure.workflows.accounts.AccountActivities;
import dev.tenure.workflows.accounts.AccountQuestion;
import dev.tenure.workflows.accounts.AccountReading;
import dev.tenure.workflows.accounts.LedgerReading;
import dev.tenure.workflows.accounts.ProposalFacts;
import dev.tenure.workflows.accounts.ProposalFacts.Sight;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A worker's view of an account without a marketplace; the proposal's id tells what is to be seen.
 */
public final class SmallAccounts implements AccountActivities {

  static final AtomicInteger LOOKS = new AtomicInteger();

  @Override
  public AccountReading readAccount(AccountQuestion question) {
    if (question.account().equals(OpenContractBodies.ACCOUNT)) {
      return new AccountReading(OpenContractBodies.facts(), null);
    }
    String proposal = String.valueOf(question.proposalId());
    return new AccountReading(account(proposal), proposal(proposal));
  }

  @Override
  public LedgerReading readLedger(String account) {
    LOOKS.incrementAndGet();
    return new LedgerReading(0, null);
  }

  private static AccountFacts account(String proposal) {
    boolean poor = proposal.contains("poor");
    boolean broken = proposal.contains("broken");
    return new AccountFacts(
        true,
        !broken,
        broken ? "https://market.example/claim" : null,
        List.of("proposals:write"),
        broken ? List.of("payments:write") : List.of(),
        Map.of("public_api_hiring", !broken),
        broken ? List.of("public_api_hiring") : List.of(),
        new Credits(Money.usd(poor ? "1" : "5000"), Money.usd("0")),
        null,
        Instant.now(),
        null);
  }

  private static ProposalFacts proposal(String id) {
    if (id.contains("none")) {
      return ProposalFacts.unseen(id, Sight.NOT_FOUND, "GET /proposals/" + id + " was refused");
    }
    boolean hourly = id.contains("hourly");
    @Nullable String contract = id.contains("hired") ? "ctr_9" : null;
    return new ProposalFacts(
        id,
        Sight.SEEN,
        id.contains("unfit") ? "NOT_A_FIT" : contract == null ? "SHORTLISTED" : "HIRED",
        contract,
        id.contains("no_rate") ? null : new BigDecimal(hourly ? "25" : "500"),
        hourly ? "PER_HOUR" : "FIXED",
        null);
  }
}
