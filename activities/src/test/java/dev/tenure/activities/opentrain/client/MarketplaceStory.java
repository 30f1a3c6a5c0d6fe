package dev.tenure.activities.opentrain.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.lifecycle.simulation.marketplace.AccountFeature;
import dev.tenure.lifecycle.simulation.marketplace.MilestoneStatus;
import dev.tenure.lifecycle.simulation.marketplace.TokenScope;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.MilestonePlan;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A story of API calls, people, trainers, switches and time, drawn from a seed and played on two
 * marketplaces at once; after each step both must have answered the same, told the same events and
 * show the same contracts.
 *
 * <p>Left out is what the sandbox has no control for: an edited amount, a withdrawn request for
 * payout, a proposal that moves to another status, and a sweep at a chosen moment.
 */
final class MarketplaceStory {

  private static final List<String> AMOUNTS =
      List.of("450", "250.50", "0.01", "0.05", "100.01", "999.99", "12.345", "0", "1000000000");
  private static final List<String> SENSIBLE = List.of("450", "0.50", "100.01", "999.99");
  private static final List<String> VOLUMES = List.of("10", "40.5", "5000", "0.001", "0", "0.125");
  private static final List<Duration> TIMES =
      List.of(
          Duration.ofMillis(1),
          Duration.ofMinutes(5),
          Duration.ofHours(7),
          Duration.ofHours(24),
          Duration.ofHours(72).minusMillis(1),
          Duration.ofHours(72));
  private static final int STEPS_PER_LIST = 5;
  private static final int CAST = 3;
  private static final List<Duration> WINDOWS =
      List.of(Duration.ofSeconds(7), Duration.ofHours(24), Duration.ofHours(72));

  private final Random random;
  private final MarketplaceSide sandbox;
  private final SimulationSide simulation;
  private final Consumer<Duration> clock;
  private final List<String> proposals = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final List<Runnable> steps = new ArrayList<>();
  private final List<Runnable> requests =
      List.of(this::requestHire, this::requestFunding, this::requestRelease, this::requestEnd);
  private int events;

  MarketplaceStory(
      long seed, MarketplaceSide sandbox, SimulationSide simulation, Consumer<Duration> clock) {
    this.random = new Random(seed);
    this.sandbox = sandbox;
    this.simulation = simulation;
    this.clock = clock;
    told.add("seed " + seed);
    List<StoryProposal> cast = new ArrayList<>(StoryProposal.ALL);
    Collections.shuffle(cast, random);
    cast.subList(0, CAST).forEach(proposal -> proposals.add(proposal.id()));
    often(6, this::requestHire);
    often(8, this::requestFunding);
    often(7, this::requestRelease);
    often(3, this::requestEnd);
    often(7, this::createMilestone);
    often(5, this::readApproval);
    often(2, this::readContract);
    often(2, this::findContract);
    often(2, this::updates);
    often(16, this::confirm);
    often(3, this::confirmOtherwise);
    often(3, this::decline);
    often(8, this::inTheApp);
    often(1, this::endInApp);
    often(8, this::trainers);
    often(5, this::time);
    often(3, this::switchAccount);
    often(2, this::switchToken);
  }

  void play(int length) {
    for (int step = 0; step < length; step++) {
      if (simulation.ids().known("ctr").isEmpty() && !chance(4)) {
        begin();
      } else {
        one(steps).run();
      }
      if (step % STEPS_PER_LIST == 0) {
        compareLists();
      }
    }
    check("the end");
    compareLists();
    for (String contract : simulation.ids().known("ctr")) {
      both("readContract " + contract, side -> side.readContract(contract));
    }
    for (String approval : simulation.ids().known("apr")) {
      both("readApproval " + approval, side -> side.readApproval(approval));
    }
    assertThat(simulation.money()).as(this::words).isEqualTo(sandbox.money());
  }

  /** What was played so far. */
  String words() {
    return String.join("\n", told);
  }

  private void begin() {
    if (simulation.pendingApprovals().isEmpty()) {
      requestHire();
    } else {
      confirm();
    }
  }

  private void requestHire() {
    String proposal = one(proposals);
    MilestonePlan terms = plan(false);
    boolean confirmNotFit = chance(3);
    both(
        "requestHire " + proposal + " " + terms + " " + confirmNotFit,
        side -> side.requestHire(proposal, terms, confirmNotFit));
    if (chance(3)) {
      both("the same again", side -> side.requestHire(proposal, terms, false));
    }
  }

  private void requestFunding() {
    String milestone = milestone(MilestoneStatus.NOT_FUNDED);
    both("requestFunding " + milestone, side -> side.requestFunding(milestone));
  }

  private void requestRelease() {
    String milestone = milestone(MilestoneStatus.ACTIVE_FUNDED);
    both("requestRelease " + milestone, side -> side.requestRelease(milestone));
  }

  private void requestEnd() {
    String contract = contract();
    both("requestEnd " + contract, side -> side.requestEnd(contract));
  }

  private void createMilestone() {
    String contract = contract();
    MilestonePlan plan = plan(true);
    String tag = "tenure:hir_1/m" + random.nextInt(4);
    both(
        "createMilestone " + contract + " " + plan,
        side -> side.createMilestone(contract, plan, tag));
  }

  private void readApproval() {
    String approval = approval();
    both("readApproval " + approval, side -> side.readApproval(approval));
  }

  private void readContract() {
    String contract = contract();
    both("readContract " + contract, side -> side.readContract(contract));
  }

  private void findContract() {
    String proposal = one(proposals);
    both("findContract " + proposal, side -> side.findContract(proposal));
  }

  private void updates() {
    check(null);
    int after = random.nextInt(events + 1);
    int limit = one(List.of(0, 1, 3, 200, 201));
    both("updates " + after + " " + limit, side -> side.updates(after, limit));
  }

  private void confirm() {
    if (simulation.pendingApprovals().isEmpty() && !chance(5)) {
      one(requests).run();
      return;
    }
    String approval = approval();
    both("confirm " + approval, side -> side.confirm(approval));
  }

  private void confirmOtherwise() {
    String approval = approval();
    if (chance(2)) {
      both("confirmEndPaying " + approval, side -> side.confirmEndPaying(approval));
    } else {
      MilestonePlan edited = plan(false);
      both("confirmEdited " + approval + edited, side -> side.confirmEdited(approval, edited));
    }
  }

  private void decline() {
    String approval = approval();
    both("decline " + approval, side -> side.decline(approval));
  }

  private void inTheApp() {
    String milestone = milestone(one(List.of(MilestoneStatus.values())));
    switch (random.nextInt(6)) {
      case 0 -> both("fundInApp " + milestone, side -> side.fundInApp(milestone));
      case 1 -> both("payInApp " + milestone, side -> side.payInApp(milestone));
      case 2 -> both("cancelInApp " + milestone, side -> side.cancelInApp(milestone));
      case 3 -> both("disputeInApp " + milestone, side -> side.disputeInApp(milestone));
      case 4 -> {
        String contract = contract();
        // Where pay depends on volume the sandbox takes a volume here, and knows no bad amount.
        Money amount = Money.usd(one(SENSIBLE));
        both(
            "addMilestoneInApp " + contract + " " + amount,
            side -> side.addMilestoneInApp(contract, "By hand [tenure:hir_1/m1]", amount));
      }
      default -> {
        String proposal = one(ownProposals());
        MilestonePlan terms = plan(false);
        both("hireInApp " + proposal + " " + terms, side -> side.hireInApp(proposal, terms));
      }
    }
  }

  private void endInApp() {
    String contract = contract();
    boolean payEscrow = chance(2);
    both("endInApp " + contract + payEscrow, side -> side.endInApp(contract, payEscrow));
  }

  private void trainers() {
    if (chance(2)) {
      String milestone = milestone(MilestoneStatus.ACTIVE_FUNDED);
      both("requestPayout " + milestone, side -> side.requestPayout(milestone));
    } else {
      String contract = contract();
      BigDecimal volume =
          new BigDecimal(one(List.of("1", "0.0001", "15.5", "15.5", "6500", "6500", "0")));
      both("work " + contract + " " + volume, side -> side.work(contract, volume));
    }
  }

  private void time() {
    Duration time = one(TIMES);
    clock.accept(time);
    check("time passes: " + time);
  }

  private void switchAccount() {
    boolean yes = !chance(3);
    String feature = one(List.of(AccountFeature.values())).key();
    Duration window = one(WINDOWS);
    switch (random.nextInt(5)) {
      case 0 -> each("claimed " + yes, side -> side.claimed(yes));
      case 1 -> each("card " + yes, side -> side.card(yes));
      case 2 -> each("cardDeclines " + !yes, side -> side.cardDeclines(!yes));
      case 3 -> each(feature + " " + yes, side -> side.feature(feature, yes));
      default -> each("window " + window, side -> side.approvalWindow(window));
    }
  }

  private void switchToken() {
    if (chance(4)) {
      boolean yes = !chance(3);
      each("token accepted " + yes, side -> side.tokenAccepted(yes));
      return;
    }
    boolean owner = chance(2);
    List<TokenScope> scopes = new ArrayList<>(List.of(TokenScope.values()));
    if (chance(3)) {
      scopes.removeIf(scope -> chance(3));
    }
    each("another token " + owner + scopes, side -> side.rotateToken(owner, scopes));
  }

  private void both(String words, Function<MarketplaceSide, String> step) {
    String real = step.apply(sandbox);
    told.add(words + " -> " + real);
    assertThat(step.apply(simulation)).as(this::words).isEqualTo(real);
    // At most, a refusal expires an approval whose window is over: the next news shows it.
    if (!Character.isDigit(real.charAt(0))) {
      check(null);
    }
  }

  private void each(String words, Consumer<MarketplaceSide> step) {
    step.accept(sandbox);
    step.accept(simulation);
    check(words);
  }

  private void check(@Nullable String words) {
    if (words != null) {
      told.add(words);
    }
    List<String> news = sandbox.news();
    events += news.size();
    assertThat(simulation.news()).as(this::words).isEqualTo(news);
  }

  private void compareLists() {
    assertThat(simulation.contracts()).as(this::words).isEqualTo(sandbox.contracts());
  }

  /** In another account's app other people are at work. */
  private List<String> ownProposals() {
    return StoryProposal.ALL.stream()
        .filter(StoryProposal::ours)
        .map(StoryProposal::id)
        .filter(proposals::contains)
        .toList();
  }

  private MilestonePlan plan(boolean mayHaveVolume) {
    return new MilestonePlan(
        "m",
        chance(5) ? null : one(List.of("Batch 1", " Batch 1 ", "Batch 2", "\t")),
        chance(3) ? "Frames [tenure:hir_0/m9]" : one(List.of("Frames", " Frames\n", "")),
        Money.usd(chance(3) ? one(AMOUNTS) : "450"),
        chance(3) ? LocalDate.parse(one(List.of("2027-07-15", "2020-01-01"))) : null,
        FundRule.atStart(),
        null,
        mayHaveVolume && chance(3) ? new BigDecimal(one(VOLUMES)) : null);
  }

  /** Mostly one with which something can be done, else any; rarely one that does not exist. */
  private String approval() {
    return likely("apr", simulation.pendingApprovals());
  }

  private String milestone(MilestoneStatus status) {
    return likely("mst", simulation.milestones(status));
  }

  private String contract() {
    return likely("ctr", simulation.activeContracts());
  }

  private String likely(String kind, List<String> preferred) {
    List<String> known = simulation.ids().known(kind);
    if (known.isEmpty() || chance(40)) {
      return kind + "_none";
    }
    return preferred.isEmpty() || chance(4) ? one(known) : one(preferred);
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private void often(int weight, Runnable step) {
    steps.addAll(Collections.nCopies(weight, step));
  }
}
