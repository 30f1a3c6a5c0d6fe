package dev.tenure.activities.opentrain.client;

import dev.tenure.lifecycle.simulation.marketplace.AccountFeature;
import dev.tenure.lifecycle.simulation.marketplace.MarketplaceAnswer;
import dev.tenure.lifecycle.simulation.marketplace.MarketplaceAnswer.Ok;
import dev.tenure.lifecycle.simulation.marketplace.MarketplaceAnswer.Problem;
import dev.tenure.lifecycle.simulation.marketplace.MarketplaceEvent;
import dev.tenure.lifecycle.simulation.marketplace.MarketplacePeople;
import dev.tenure.lifecycle.simulation.marketplace.MilestoneStatus;
import dev.tenure.lifecycle.simulation.marketplace.PaymentType;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedApproval;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedContract;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedMarketplace;
import dev.tenure.lifecycle.simulation.marketplace.SimulatedProposal;
import dev.tenure.lifecycle.simulation.marketplace.TokenScope;
import dev.tenure.lifecycle.simulation.marketplace.UpdatesPage;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.MilestonePlan;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A story on the simulated marketplace. */
final class SimulationSide implements MarketplaceSide {

  private final CanonicalIds ids = new CanonicalIds();
  private final SimulatedMarketplace marketplace = new SimulatedMarketplace();
  private final MarketplacePeople people = marketplace.people();
  private final InstantSource clock;
  private final int before;
  private int told;

  SimulationSide(InstantSource clock) {
    this.clock = clock;
    for (StoryProposal proposal : StoryProposal.ALL) {
      if (proposal.ours()) {
        marketplace.addProposal(
            proposal.id(),
            proposal.job(),
            PaymentType.valueOf(proposal.paymentType()),
            proposal.rateUsd());
      } else {
        marketplace.addForeignProposal(proposal.id());
      }
      if (proposal.notFit()) {
        people.markProposal(proposal.id(), SimulatedProposal.NOT_A_FIT, now());
      }
    }
    before = marketplace.events().size();
    told = before;
  }

  @Override
  public CanonicalIds ids() {
    return ids;
  }

  @Override
  public String requestHire(String proposal, MilestonePlan terms, boolean confirmNotFit) {
    return text(marketplace.requestHire(proposal, terms, confirmNotFit, now()));
  }

  @Override
  public String requestFunding(String milestone) {
    return text(marketplace.requestFunding(ids.id(milestone), now()));
  }

  @Override
  public String requestRelease(String milestone) {
    return text(marketplace.requestRelease(ids.id(milestone), now()));
  }

  @Override
  public String requestEnd(String contract) {
    return text(marketplace.requestEnd(ids.id(contract), now()));
  }

  @Override
  public String createMilestone(String contract, MilestonePlan plan, String tag) {
    return text(marketplace.createMilestone(ids.id(contract), plan, tag, now()));
  }

  @Override
  public String readApproval(String approval) {
    return text(marketplace.readApproval(ids.id(approval), now()));
  }

  @Override
  public String readContract(String contract) {
    return text(marketplace.readContract(ids.id(contract), now()));
  }

  @Override
  public String findContract(String proposal) {
    return text(marketplace.findContract(proposal, now()));
  }

  @Override
  public String updates(int after, int limit) {
    return switch (marketplace.updates(before + after, limit)) {
      case Problem<UpdatesPage> problem -> text(problem);
      case Ok<UpdatesPage>(UpdatesPage page) ->
          ids.text(
              page.events().stream().map(SimulationSide::event).toList()
                  + " up to "
                  + (page.nextCursor() - before)
                  + ", more "
                  + page.hasMore());
    };
  }

  @Override
  public String confirm(String approval) {
    return text(people.confirm(ids.id(approval), now()));
  }

  @Override
  public String confirmEdited(String approval, MilestonePlan edited) {
    return text(people.confirmEdited(ids.id(approval), edited, now()));
  }

  @Override
  public String confirmEndPaying(String approval) {
    return text(people.confirmEndPaying(ids.id(approval), now()));
  }

  @Override
  public String decline(String approval) {
    return text(people.decline(ids.id(approval), now()));
  }

  @Override
  public String hireInApp(String proposal, MilestonePlan terms) {
    return text(people.hireInApp(proposal, terms, now()));
  }

  @Override
  public String addMilestoneInApp(String contract, String description, Money amount) {
    return text(people.addMilestoneInApp(ids.id(contract), null, description, amount, now()));
  }

  @Override
  public String fundInApp(String milestone) {
    return text(people.fundInApp(ids.id(milestone), now()));
  }

  @Override
  public String payInApp(String milestone) {
    return text(people.payInApp(ids.id(milestone), now()));
  }

  @Override
  public String cancelInApp(String milestone) {
    return text(people.cancelInApp(ids.id(milestone), now()));
  }

  @Override
  public String disputeInApp(String milestone) {
    return text(people.disputeInApp(ids.id(milestone), now()));
  }

  @Override
  public String endInApp(String contract, boolean payEscrow) {
    return text(people.endInApp(ids.id(contract), payEscrow, now()));
  }

  @Override
  public String requestPayout(String milestone) {
    return text(marketplace.trainers().requestPayout(ids.id(milestone), now()));
  }

  @Override
  public String work(String contract, BigDecimal volume) {
    return text(marketplace.trainers().work(ids.id(contract), volume, now()));
  }

  @Override
  public void claimed(boolean yes) {
    marketplace.account().claimed(yes);
  }

  @Override
  public void card(boolean yes) {
    marketplace.account().card(yes);
  }

  @Override
  public void cardDeclines(boolean yes) {
    marketplace.account().cardDeclines(yes);
  }

  @Override
  public void feature(String key, boolean enabled) {
    Stream.of(AccountFeature.values())
        .filter(feature -> feature.key().equals(key))
        .forEach(feature -> marketplace.account().feature(feature, enabled));
  }

  @Override
  public void rotateToken(boolean owner, List<TokenScope> scopes) {
    marketplace.account().rotateToken().ownerToken(owner).scopes(scopes);
  }

  @Override
  public void tokenAccepted(boolean yes) {
    marketplace.account().tokenAccepted(yes);
  }

  @Override
  public void approvalWindow(Duration window) {
    marketplace.account().approvalWindow(window);
  }

  @Override
  public List<String> news() {
    List<MarketplaceEvent> news = marketplace.events().subList(told, marketplace.events().size());
    told = marketplace.events().size();
    return news.stream().map(event -> ids.text(event(event))).toList();
  }

  @Override
  public List<String> contracts() {
    return new ArrayList<>(marketplace.contracts())
        .reversed().stream()
            .map(SimulatedContract::versions)
            .map(versions -> ids.text(versions.getLast().listed().toString()))
            .toList();
  }

  @Override
  public List<String> money() {
    return marketplace.ledger().entries().stream()
        .map(
            entry ->
                ids.text(
                    "%s %s %d of %s by %s"
                        .formatted(
                            entry.at(),
                            entry.kind(),
                            entry.cents(),
                            entry.milestone().id(),
                            entry.by().approvalId())))
        .toList();
  }

  /** Names of the approvals that nobody has decided. */
  List<String> pendingApprovals() {
    return marketplace.approvals().stream()
        .filter(SimulatedApproval::pending)
        .map(approval -> ids.text(approval.id()))
        .toList();
  }

  /** Names of the milestones in that status. */
  List<String> milestones(MilestoneStatus status) {
    return marketplace.milestones().stream()
        .filter(milestone -> milestone.status() == status)
        .map(milestone -> ids.text(milestone.id()))
        .toList();
  }

  /** Names of the contracts that have not ended. */
  List<String> activeContracts() {
    return marketplace.contracts().stream()
        .filter(SimulatedContract::active)
        .map(contract -> ids.text(contract.id()))
        .toList();
  }

  List<String> moneyViolations() {
    return marketplace.moneyViolations();
  }

  private Instant now() {
    return clock.instant();
  }

  private String text(MarketplaceAnswer<?> answer) {
    return switch (answer) {
      case Ok<?>(Object value) -> ids.text(value.toString());
      case Problem<?> problem ->
          "%d %s, reason %s, detail %s, %s"
              .formatted(
                  problem.status(),
                  problem.code(),
                  problem.reason(),
                  problem.detail(),
                  problem.url() == null ? "no link" : "a link");
    };
  }

  private static String event(MarketplaceEvent event) {
    return event.createdAt() + " " + event.notification();
  }
}
