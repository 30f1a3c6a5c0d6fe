package dev.tenure.activities.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.activities.RealJournal;
import dev.tenure.journal.account.AccountView;
import dev.tenure.journal.account.ClosedHire;
import dev.tenure.journal.account.ClosedHire.Outcome;
import dev.tenure.journal.account.ContractSweeps;
import dev.tenure.journal.account.SweepReport;
import dev.tenure.journal.account.SweptHire;
import dev.tenure.lifecycle.opentrain.marketplace.ContractReading;
import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.MilestoneSnapshot;
import dev.tenure.model.account.Marketplace;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.message.MarketplaceNotification;
import dev.tenure.model.message.MarketplaceNotifications;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.MilestonePlan;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractSweepTest {

  private static final Duration IDLE = Duration.ofMinutes(5);

  private final String account = RealJournal.account();
  private final ContractSweeps journal = RealJournal.bean(ContractSweeps.class);
  private final List<ListedContract> active = new ArrayList<>();
  private final List<String> notified = new ArrayList<>();
  private final List<ClosedHire> reopened = new ArrayList<>();
  private Optional<Outcome> outcome = Optional.of(Outcome.REOPENED);
  private Instant now = Instant.parse("2026-11-21T10:00:00Z");
  private Runnable meanwhile = () -> {};
  private int reads;
  private boolean temporalAway;
  private @Nullable String unreadable;
  private List<MilestoneSnapshot> shown = List.of();

  @Test
  void aHireIsToldOfEachChangeOfItsContractOnce() throws Exception {
    String hire = RealJournal.hire(account, "prp_1");
    String other = RealJournal.hire(account, "prp_2");
    active.add(contract("c1", "prp_1", funded("m1", false)));
    active.add(contract("c2", "prp_2", funded("m2", false)));
    active.add(contract("foreign", "prp_9", funded("m9", false)));
    ContractSweep sweep = sweep();
    assertThat(report(sweep)).isEqualTo(new SweepReport(3, 3, 2, 0, null));
    assertThat(notified).containsExactlyInAnyOrder(hire + " c1", other + " c2");

    notified.clear();
    assertThat(report(sweep)).isEqualTo(new SweepReport(3, 0, 0, 0, null));
    active.set(0, contract("c1", "prp_1", funded("m1", true)));
    assertThat(report(sweep)).isEqualTo(new SweepReport(3, 1, 1, 0, null));
    assertThat(notified).containsExactly(hire + " c1");
  }

  @Test
  void aWorkerThatStartsAnewTellsOnlyWhatChanged() throws Exception {
    String hire = RealJournal.hire(account, "prp_1");
    RealJournal.hire(account, "prp_2");
    active.add(contract("c1", "prp_1", funded("m1", false)));
    active.add(contract("c2", "prp_2", funded("m2", false)));
    sweep().next();
    notified.clear();
    sweep().next();
    assertThat(notified).isEmpty();
    active.set(0, contract("c1", "prp_1"));
    sweep().next();
    assertThat(notified).containsExactly(hire + " c1");
  }

  @Test
  void aContractThatIsNotActiveAnyMoreIsAChange() throws Exception {
    String hire = RealJournal.hire(account, "prp_1");
    active.add(contract("c1", "prp_1"));
    ContractSweep sweep = sweep();
    sweep.next();
    notified.clear();
    active.clear();
    assertThat(report(sweep)).isEqualTo(new SweepReport(0, 1, 1, 0, null));
    assertThat(notified).containsExactly(hire + " c1");
    assertThat(journal.last(account)).isEmpty();
  }

  @Test
  void whatCouldNotBeToldCountsAsUnseen() throws Exception {
    String hire = RealJournal.hire(account, "prp_1");
    active.add(contract("c1", "prp_1"));
    ContractSweep sweep = sweep();
    temporalAway = true;
    assertThatThrownBy(sweep::next).hasMessage("no service");
    assertThat(journal.last(account)).isEmpty();
    temporalAway = false;
    sweep.next();
    assertThat(notified).containsExactly(hire + " c1");
  }

  @Test
  void whatTheRecordShowsAlreadyIsNotTold() throws Exception {
    String hire = RealJournal.hire(account, "prp_1");
    record(hire, HireStatus.ACTIVE, "c1", milestone("m1", MilestoneState.FUNDED));
    active.add(contract("c1", "prp_1", funded("m1", false)));
    ContractSweep sweep = sweep();
    assertThat(report(sweep)).isEqualTo(new SweepReport(1, 1, 0, 0, null));
    active.set(0, contract("c1", "prp_1", funded("m1", true)));
    assertThat(report(sweep)).isEqualTo(new SweepReport(1, 1, 1, 0, null));
    assertThat(notified).containsExactly(hire + " c1");
  }

  @Test
  void whatTheFeedBringsAtTheSameTimeIsNotToldAgain() throws Exception {
    String hire = RealJournal.hire(account, "prp_1");
    record(hire, HireStatus.ACTIVE, "c1", milestone("m1", MilestoneState.AWAITING_FUNDING));
    active.add(contract("c1", "prp_1", funded("m1", false)));
    meanwhile = () -> record(hire, HireStatus.ACTIVE, "c1", milestone("m1", MilestoneState.FUNDED));
    assertThat(report(sweep())).isEqualTo(new SweepReport(1, 1, 0, 0, null));
    assertThat(notified).isEmpty();
  }

  @Test
  void aListThatIsOlderThanTheRecordIsNoNews() throws Exception {
    String hire = RealJournal.hire(account, "prp_1");
    record(hire, HireStatus.ACTIVE, "c1", milestone("m1", MilestoneState.AWAITING_RELEASE));
    active.add(contract("c1", "prp_1", funded("m1", true)));
    meanwhile = () -> record(hire, HireStatus.ACTIVE, "c1", milestone("m1", MilestoneState.PAID));
    shown =
        List.of(
            new MilestoneSnapshot("m1", 1, "Batch 1", "PAID", Money.usd("450"), null, null, false));
    ContractSweep sweep = sweep();
    assertThat(report(sweep)).isEqualTo(new SweepReport(1, 1, 0, 0, null));
    assertThat(notified).isEmpty();
  }

  @Test
  void aHireThatWentOnButNotAsFarAsItsContractIsTold() throws Exception {
    String hire = RealJournal.hire(account, "prp_1");
    record(hire, HireStatus.ACTIVE, "c1", milestone("m1", MilestoneState.CREATED));
    active.add(contract("c1", "prp_1", funded("m1", true)));
    meanwhile = () -> record(hire, HireStatus.ACTIVE, "c1", milestone("m1", MilestoneState.FUNDED));
    assertThat(report(sweep())).isEqualTo(new SweepReport(1, 1, 1, 0, null));
    assertThat(notified).containsExactly(hire + " c1");
  }

  @ParameterizedTest(name = "{0} with delivery {1} is known to a hire that shows {2}: {3}")
  @CsvSource({
    "NOT_FUNDED, false, CREATED, true",
    "NOT_FUNDED, false, AWAITING_FUNDING, true",
    "NOT_FUNDED, false, FUNDED, false",
    "ACTIVE_FUNDED, false, FUNDED, true",
    "ACTIVE_FUNDED, false, AWAITING_FUNDING, false",
    "ACTIVE_FUNDED, true, FUNDED, false",
    "ACTIVE_FUNDED, true, DELIVERED, true",
    "ACTIVE_FUNDED, true, AWAITING_RELEASE, false",
    "PAID, false, PAID, true",
    "PAID, true, AWAITING_RELEASE, false",
    "CHARGEBACK, false, PAID, false",
  })
  void onlyTheSameIsKnown(String status, boolean delivered, MilestoneState state, boolean known) {
    ListedMilestone shown = new ListedMilestone("m1", status, new BigDecimal("450"), 1, delivered);
    assertThat(
            RecordedContract.matches(hire(milestone("m1", state)), contract("c1", "prp_1", shown)))
        .isEqualTo(known);
  }

  @Test
  void anotherAmountOrNumberOrMilestoneIsNews() {
    SweptHire hire = hire(milestone("m1", MilestoneState.FUNDED));
    assertThat(RecordedContract.matches(hire, contract("c1", "p", funded("m1", false)))).isTrue();
    assertThat(RecordedContract.matches(hire, contract("c2", "p", funded("m1", false)))).isFalse();
    assertThat(RecordedContract.matches(hire, contract("c1", "p"))).isFalse();
    assertThat(
            RecordedContract.matches(
                hire, contract("c1", "p", funded("m1", false), funded("m2", false))))
        .isFalse();
    assertThat(RecordedContract.matches(hire, contract("c1", "p", shown("451", 1)))).isFalse();
    assertThat(RecordedContract.matches(hire, contract("c1", "p", shown(null, 1)))).isFalse();
    assertThat(RecordedContract.matches(hire, contract("c1", "p", shown("450", 2)))).isFalse();
    assertThat(RecordedContract.matches(hire, null)).isFalse();
  }

  @Test
  void withoutAnOpenHireItReadsRarely() throws Exception {
    ContractSweep sweep = sweep();
    sweep.next();
    now = now.plus(IDLE).minusSeconds(1);
    sweep.next();
    assertThat(reads).isEqualTo(1);
    now = now.plusSeconds(2);
    sweep.next();
    assertThat(reads).isEqualTo(2);
    RealJournal.hire(account, "prp_1");
    sweep.next();
    assertThat(reads).isEqualTo(3);
  }

  @Test
  void aHireThatWasClosedWithoutAContractIsTakenUpAgainOnce() throws Exception {
    String hire = RealJournal.hire(account, "prp_1");
    active.add(contract("c1", "prp_1"));
    ContractSweep sweep = sweep();
    sweep.next();
    record(hire, HireStatus.CANCELLED, null);
    now = now.plus(IDLE);
    assertThat(report(sweep)).isEqualTo(new SweepReport(1, 0, 0, 1, null));
    assertThat(reopened).containsExactly(new ClosedHire(hire, "run-1", "c1"));
    sweep.next();
    sweep().next();
    assertThat(reopened).hasSize(1);
  }

  @Test
  void aHireThatHasEndedOrWasReplacedIsLeftAlone() throws Exception {
    record(RealJournal.hire(account, "prp_1"), HireStatus.ENDED, "c1");
    record(RealJournal.hire(account, "prp_2"), HireStatus.CANCELLED, "another");
    active.add(contract("c1", "prp_1"));
    active.add(contract("c2", "prp_2"));
    sweep().next();
    assertThat(reopened).isEmpty();
  }

  @Test
  void aHireThatTemporalDoesNotKnowAnyMoreIsToldForAsLongAsItsContractIsActive() throws Exception {
    outcome = Optional.of(Outcome.NO_HISTORY);
    record(RealJournal.hire(account, "prp_1"), HireStatus.DECLINED, null);
    active.add(contract("c1", "prp_1"));
    ContractSweep sweep = sweep();
    assertThat(report(sweep).note()).contains("c1", "look at them in the marketplace");
    now = now.plus(IDLE);
    assertThat(report(sweep).note()).contains("c1");
    assertThat(reopened).hasSize(1);
    active.clear();
    now = now.plus(IDLE);
    assertThat(report(sweep).note()).isNull();
  }

  @Test
  void oneThatCannotBeReadNowIsTriedAgainAndHoldsUpNoOther() throws Exception {
    String first = RealJournal.hire(account, "prp_1");
    String second = RealJournal.hire(account, "prp_2");
    record(first, HireStatus.EXPIRED, null);
    record(second, HireStatus.EXPIRED, null);
    active.add(contract("c1", "prp_1"));
    active.add(contract("c2", "prp_2"));
    unreadable = "c1";
    ContractSweep sweep = sweep();
    sweep.next();
    assertThat(reopened).extracting(ClosedHire::hireId).containsExactly(second);
    unreadable = null;
    now = now.plus(IDLE);
    sweep.next();
    assertThat(reopened).extracting(ClosedHire::hireId).containsExactly(second, first);
  }

  @Test
  void oneThatRunsAlreadyIsDecidedWhenTheJournalKnows() throws Exception {
    outcome = Optional.empty();
    record(RealJournal.hire(account, "prp_1"), HireStatus.CANCELLED, null);
    active.add(contract("c1", "prp_1"));
    ContractSweep sweep = sweep();
    sweep.next();
    now = now.plus(IDLE);
    sweep.next();
    assertThat(reopened).hasSize(2);
  }

  @Test
  void tenThousandContractsAreSweptInOneRound() throws Exception {
    String hire = RealJournal.hire(account, "prp_7777");
    for (int contract = 0; contract < 10_000; contract++) {
      active.add(contract("c" + contract, "prp_" + contract, funded("m" + contract, false)));
    }
    ContractSweep sweep = sweep();
    assertThat(report(sweep)).isEqualTo(new SweepReport(10_000, 10_000, 1, 0, null));
    assertThat(journal.last(account)).hasSize(10_000);
    active.set(7_777, contract("c7777", "prp_7777", funded("m7777", true)));
    notified.clear();
    assertThat(report(sweep)).isEqualTo(new SweepReport(10_000, 1, 1, 0, null));
    assertThat(notified).containsExactly(hire + " c7777");
  }

  @Test
  void aFailureIsRememberedUntilTheNextSweep() throws Exception {
    RealJournal.accounts().served(account, Marketplace.OPENTRAIN, "https://market.example");
    journal.failed(account, "no connection");
    assertThat(view().sweepError()).isEqualTo("no connection");
    assertThat(view().sweptAt()).isNull();
    sweep().next();
    assertThat(view().sweepError()).isNull();
    assertThat(view().sweptAt()).isNotNull();
  }

  private SweepReport report(ContractSweep sweep) throws NoContractsException {
    RealJournal.accounts().served(account, Marketplace.OPENTRAIN, "https://market.example");
    sweep.next();
    return Objects.requireNonNull(view().sweep());
  }

  private AccountView view() {
    return RealJournal.accounts().find(account).orElseThrow();
  }

  private ContractSweep sweep() {
    return new ContractSweep(
        account,
        new Source(),
        journal,
        this::notifyOf,
        this::reopen,
        this::settle,
        IDLE,
        () -> now);
  }

  private void settle() {
    meanwhile.run();
  }

  private void notifyOf(String hireId, MarketplaceNotifications notifications) {
    if (temporalAway) {
      throw new IllegalStateException("no service");
    }
    for (MarketplaceNotification notification : notifications.notifications()) {
      assertThat(notification.type()).isEqualTo("tenure.contract_changed");
      notified.add(hireId + " " + notification.contractId());
    }
  }

  private Optional<Outcome> reopen(ClosedHire hire, ContractSnapshot appeared) {
    assertThat(appeared.id()).isEqualTo(hire.contractId());
    reopened.add(hire);
    return outcome;
  }

  private final class Source implements ContractsSource {
    @Override
    public List<ListedContract> active() {
      reads++;
      return List.copyOf(active);
    }

    @Override
    public ContractReading contract(String id) throws NoContractsException {
      if (id.equals(unreadable)) {
        throw new NoContractsException("not now", new IllegalStateException(), null);
      }
      return new ContractReading.Seen(
          new ContractSnapshot(id, "active", null, null, "FIXED_PRICE", shown));
    }
  }

  private static ListedContract contract(
      String id, String proposalId, ListedMilestone... milestones) {
    return new ListedContract(id, "active", proposalId, List.of(milestones));
  }

  private static ListedMilestone funded(String id, boolean delivered) {
    return new ListedMilestone(id, "ACTIVE_FUNDED", new BigDecimal("450.00"), 1, delivered);
  }

  private static ListedMilestone shown(@Nullable String amount, int number) {
    return new ListedMilestone(
        "m1", "ACTIVE_FUNDED", amount == null ? null : new BigDecimal(amount), number, false);
  }

  private static MilestoneDocument milestone(String id, MilestoneState state) {
    MilestonePlan plan =
        new MilestonePlan("m1", "Batch", null, Money.usd("450"), null, FundRule.atStart());
    return MilestoneDocument.planned(plan, 1)
        .withMarketplace(id, 1, "Batch", Money.usd("450"), null)
        .withState(state)
        .at(1);
  }

  private static void record(
      String hireId, HireStatus status, @Nullable String contractId, MilestoneDocument... all) {
    HireDocument old = RealJournal.hires().find(hireId).orElseThrow().document();
    HireDocument header =
        new HireDocument(
            old.id(),
            old.account(),
            old.proposalId(),
            old.generation(),
            status,
            contractId,
            null,
            List.of(),
            old.money(),
            List.of(),
            old.version() + 1,
            old.createdAt(),
            old.updatedAt(),
            status.closed() ? old.updatedAt() : null);
    List<MilestoneDocument> milestones =
        Stream.of(all).map(milestone -> milestone.at(header.version())).toList();
    RealJournal.records()
        .record(
            new RecordBatch(
                hireId, "run-1", null, header, milestones, List.of(), List.of(), List.of()));
  }

  private static SweptHire hire(MilestoneDocument milestone) {
    return new SweptHire("hir_1", "c1", List.of(milestone));
  }
}
