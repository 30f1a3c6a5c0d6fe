package dev.tenure.lifecycle.simulation.marketplace;

import static dev.tenure.lifecycle.simulation.marketplace.HiredMarketplace.FIRST;
import static dev.tenure.lifecycle.simulation.marketplace.HiredMarketplace.SECOND;
import static dev.tenure.lifecycle.simulation.marketplace.HiredMarketplace.TAG;
import static dev.tenure.lifecycle.simulation.marketplace.HiredMarketplace.pending;
import static dev.tenure.lifecycle.simulation.marketplace.HiredMarketplace.plan;
import static dev.tenure.lifecycle.simulation.marketplace.HiredMarketplace.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.simulation.marketplace.MarketplaceAnswer.Problem;
import dev.tenure.model.plan.MilestonePlan;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each endpoint in each state: the status, with the reason or what else tells problems apart. */
class EndpointAnswersTest {
  private final HiredMarketplace hired = new HiredMarketplace();
  private final SimulatedMarketplace marketplace = hired.marketplace;
  private final MarketplacePeople people = marketplace.people();

  @ParameterizedTest
  @CsvSource({
    "hire, fresh, 202 proposal_hire",
    "hire, asked, 202 proposal_hire",
    "hire, hired, 409 already_accepted",
    "hire, ended, 409 already_accepted",
    "hire, not fit, 409 not_fit_confirmation_required",
    "hire, no card, 409 payment_method_required",
    "hire, unclaimed, 403 account_claim_required",
    "hire, no hiring, 403 public_api_hiring",
    "hire, no payments, 202 proposal_hire",
    "hire, no write scopes, 403 proposals:write",
    "hire, no token, 401 null",
    "hire, asked and no card, 202 proposal_hire",
    "hire foreign, fresh, 403 null",
    "hire unknown, fresh, 404 proposals",
    "hire without words, hired, 400 milestone.name",
    "hire for nothing, hired, 400 milestone.amount",
    "hire for half a cent, hired, 400 milestone.amount",
    "fund, hired, 409 milestone_not_fundable",
    "fund, created, 202 milestone_fund",
    "fund, paid, 409 milestone_not_fundable",
    "fund, cancelled, 409 milestone_cancelled",
    "fund, created and ended, 409 contract_ended",
    "fund, cancelled and ended, 409 milestone_cancelled",
    "fund, created and no card, 409 payment_method_required",
    "fund, funding asked and no card, 202 milestone_fund",
    "fund, unclaimed, 403 account_claim_required",
    "fund, no payments, 403 public_api_payments_write",
    "fund, no hiring, 404 milestones",
    "fund, no write scopes, 403 payments:write",
    "fund, no token, 401 null",
    "fund, fresh, 404 milestones",
    "release, hired, 202 milestone_approve",
    "release, created, 409 milestone_not_funded",
    "release, paid, 409 milestone_not_funded",
    "release, disputed, 409 milestone_not_funded",
    "release, cancelled, 409 milestone_cancelled",
    "release, ended, 409 milestone_cancelled",
    "release, paid and ended, 409 contract_ended",
    "release, hired and no card, 202 milestone_approve",
    "release, unclaimed, 403 account_claim_required",
    "release, no payments, 403 public_api_payments_write",
    "release, no write scopes, 403 payments:write",
    "release, fresh, 404 milestones",
    "end, hired, 202 contract_end",
    "end, disputed, 202 contract_end",
    "end, paid, 200 ended",
    "end, cancelled, 200 ended",
    "end, ended, 409 contract_ended",
    "end, unclaimed, 403 account_claim_required",
    "end, no payments, 403 public_api_payments_write",
    "end, no write scopes, 403 payments:write",
    "end, fresh, 404 contracts",
    "create, hired, ok",
    "create, paid, ok",
    "create, no card, 404 contracts",
    "create, ended, 409 contract_ended",
    "create, unclaimed, 403 account_claim_required",
    "create, no payments, 403 public_api_payments_write",
    "create, no write scopes, 403 payments:write",
    "create, fresh, 404 contracts",
    "create for nothing, fresh, 400 amountUsd",
    "create by volume, hired, 400 amountUsd",
    "create by volume, ended, 400 amountUsd",
    "create by no volume, hired, 400 volume",
    "read approval, fresh, 404 approvals",
    "read approval, asked, ok",
    "read approval, asked and unclaimed, ok",
    "read approval, asked and no write scopes, ok",
    "read approval, asked and no payments, ok",
    "read approval, asked and no read scopes, 403 payments:read",
    "read approval, asked and no token, 401 null",
    "read contract, fresh, 404 contracts",
    "read contract, hired, ok",
    "read contract, ended and unclaimed, ok",
    "read contract, no read scopes, 403 payments:read",
    "find contract, fresh, ok",
    "find contract, ended, ok",
    "find contract, no read scopes, 403 payments:read",
    "find contract of foreign, fresh, 403 null",
    "find contract of unknown, fresh, 404 proposals",
    "updates, fresh, ok",
    "updates, no read scopes, 403 proposals:read",
    "updates of none, fresh, 400 limit",
    "updates of too many, fresh, 400 limit",
  })
  void anEndpointAnswersByTheState(String endpoint, String state, String answer) {
    for (String part : List.of(state.split(" and ", -1))) {
      prepare(part);
    }
    assertThat(words(call(endpoint))).isEqualTo(answer);
  }

  /** Token, scope, feature, claim, body, existence, state. */
  @Test
  void theFirstProblemHidesTheOthers() {
    hired.hire("prp");
    AccountSettings account = marketplace.account();
    account.tokenAccepted(false).claimed(false).scope(TokenScope.PROPOSALS_WRITE, false);
    account.feature(AccountFeature.HIRING, false);
    assertThat(words(call("hire for nothing"))).isEqualTo("401 null");
    account.tokenAccepted(true);
    assertThat(words(call("hire for nothing"))).isEqualTo("403 proposals:write");
    account.scope(TokenScope.PROPOSALS_WRITE, true);
    assertThat(words(call("hire for nothing"))).isEqualTo("403 public_api_hiring");
    account.feature(AccountFeature.HIRING, true);
    assertThat(words(call("hire for nothing"))).isEqualTo("403 account_claim_required");
    account.claimed(true);
    assertThat(words(call("hire for nothing"))).isEqualTo("400 milestone.amount");
    assertThat(words(call("hire unknown"))).isEqualTo("404 proposals");
    assertThat(words(call("hire"))).isEqualTo("409 already_accepted");
  }

  @Test
  void problemsCarryWhatMendsThem() {
    marketplace.account().card(false);
    assertThat(problem(call("hire")).url()).isEqualTo(Assumed.BILLING_URL);
    marketplace.account().claimed(false);
    assertThat(problem(call("hire")).url()).isEqualTo(Assumed.CLAIM_URL);
    assertThat(problem(call("hire")).code()).isEqualTo("FORBIDDEN");
  }

  private void prepare(String state) {
    AccountSettings account = marketplace.account();
    switch (state) {
      case "fresh" -> {}
      case "asked" -> pending(marketplace.requestHire("prp", FIRST, false, hired.now));
      case "hired" -> hired.hire("prp");
      case "created" -> hired.create(hired.hire("prp"));
      case "funding asked" -> {
        prepare("created");
        pending(marketplace.requestFunding(target(), hired.now));
      }
      case "paid" -> {
        hired.hire("prp");
        people.payInApp(target(), hired.now).value();
      }
      case "disputed" -> {
        hired.hire("prp");
        people.disputeInApp(target(), hired.now).value();
      }
      case "cancelled" -> {
        hired.hire("prp");
        people.cancelInApp(target(), hired.now).value();
      }
      case "ended" -> {
        if (marketplace.contracts().isEmpty()) {
          hired.hire("prp");
        }
        people.endInApp(hired.contractId("prp"), false, hired.now).value();
      }
      case "not fit" -> people.markProposal("prp", SimulatedProposal.NOT_A_FIT, hired.now);
      case "no card" -> account.card(false);
      case "unclaimed" -> account.claimed(false);
      case "no hiring" -> account.feature(AccountFeature.HIRING, false);
      case "no payments" -> account.feature(AccountFeature.PAYMENTS_WRITE, false);
      case "no write scopes" -> {
        account.scope(TokenScope.PROPOSALS_WRITE, false);
        account.scope(TokenScope.PAYMENTS_WRITE, false);
      }
      case "no read scopes" -> account.scopes(List.of());
      case "no token" -> account.tokenAccepted(false);
      default -> throw new IllegalArgumentException(state);
    }
  }

  private MarketplaceAnswer<?> call(String endpoint) {
    return switch (endpoint) {
      case "hire" -> marketplace.requestHire("prp", FIRST, false, hired.now);
      case "hire foreign" -> marketplace.requestHire("prp_foreign", FIRST, false, hired.now);
      case "hire unknown" -> marketplace.requestHire("prp_none", FIRST, false, hired.now);
      case "hire without words" ->
          marketplace.requestHire(
              "prp",
              new MilestonePlan("m", " ", null, FIRST.amount(), null, FIRST.fund()),
              false,
              hired.now);
      case "hire for nothing" -> marketplace.requestHire("prp", plan("x", "0"), false, hired.now);
      case "hire for half a cent" ->
          marketplace.requestHire("prp", plan("x", "0.005"), false, hired.now);
      case "fund" -> marketplace.requestFunding(target(), hired.now);
      case "release" -> marketplace.requestRelease(target(), hired.now);
      case "end" -> marketplace.requestEnd(contract(), hired.now);
      case "create" -> marketplace.createMilestone(contract(), SECOND, TAG, hired.now);
      case "create for nothing" ->
          marketplace.createMilestone(contract(), plan("x", "0"), TAG, hired.now);
      case "create by volume" ->
          marketplace.createMilestone(contract(), plan("x", "10", "4"), TAG, hired.now);
      case "create by no volume" ->
          marketplace.createMilestone(contract(), plan("x", "10", "0"), TAG, hired.now);
      case "read approval" -> marketplace.readApproval(approval(), hired.now);
      case "read contract" -> marketplace.readContract(contract(), hired.now);
      case "find contract" -> marketplace.findContract("prp", hired.now);
      case "find contract of foreign" -> marketplace.findContract("prp_foreign", hired.now);
      case "find contract of unknown" -> marketplace.findContract("prp_none", hired.now);
      case "updates" -> marketplace.updates(0, 50);
      case "updates of none" -> marketplace.updates(0, 0);
      case "updates of too many" -> marketplace.updates(0, 201);
      default -> throw new IllegalArgumentException(endpoint);
    };
  }

  /** The newest milestone. */
  private String target() {
    return marketplace.milestones().stream()
        .reduce((first, second) -> second)
        .map(SimulatedMilestone::id)
        .orElse("mst_none");
  }

  private String contract() {
    return marketplace.contracts().stream()
        .findFirst()
        .map(SimulatedContract::id)
        .orElse("ctr_none");
  }

  private String approval() {
    return marketplace.approvals().stream()
        .findFirst()
        .map(SimulatedApproval::id)
        .orElse("apr_none");
  }

  private static Problem<?> problem(MarketplaceAnswer<?> answer) {
    return (Problem<?>) answer;
  }

  @Test
  void aMilestoneByVolumeIsPricedByTheContractsRate() {
    String hourly = hired.hire("prp_hourly");
    String label = hired.hire("prp_label");
    hired.pass(Duration.ofMinutes(1));
    assertThat(
            marketplace
                .createMilestone(hourly, plan("x", "1", "40.5"), TAG, hired.now)
                .value()
                .amount())
        .hasToString("$1012.50");
    assertThat(
            marketplace
                .createMilestone(label, plan("x", "1", "5000"), TAG, hired.now)
                .value()
                .amount())
        .hasToString("$300.00");
    assertThat(words(marketplace.createMilestone(hourly, SECOND, TAG, hired.now)))
        .isEqualTo("400 volume");
    String noRate = hired.hire("prp_no_rate");
    assertThat(words(marketplace.createMilestone(noRate, plan("x", "1", "4"), TAG, hired.now)))
        .isEqualTo("409 contract_rate_missing");
    people.endInApp(noRate, false, hired.now).value();
    assertThat(words(marketplace.createMilestone(noRate, plan("x", "1", "4"), TAG, hired.now)))
        .isEqualTo("409 contract_rate_missing");
  }
}
