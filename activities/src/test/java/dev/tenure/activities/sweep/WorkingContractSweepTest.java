package dev.tenure.activities.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.activities.RealJournal;
import dev.tenure.journal.account.ContractSweeps;
import dev.tenure.journal.account.SweepReport;
import dev.tenure.model.account.Marketplace;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.WorkingContractDocument;
import dev.tenure.model.message.MarketplaceNotification;
import dev.tenure.model.message.MarketplaceNotifications;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A delivery, a match or a settlement on OpenContract has no event: the list shows it. */
class WorkingContractSweepTest {

  private static final Duration IDLE = Duration.ofMinutes(5);

  private final String account = RealJournal.account();
  private final ContractSweeps journal = RealJournal.bean(ContractSweeps.class);
  private final Map<String, String> listed = new LinkedHashMap<>();
  private final List<Set<String>> asked = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-21T10:00:00Z");
  private Runnable meanwhile = () -> {};
  private boolean temporalAway;

  @Test
  void aHireIsToldOnceOfAStatusThatItsRecordDoesNotShow() throws Exception {
    String hire = RealJournal.hire(account, "ref-1");
    record(hire, false, contract("k1", "settled-fully-met"), contract("k2", "matched"));
    listed.putAll(Map.of("k1", "settled-fully-met", "k2", "matched", "another", "created"));
    WorkingContractSweep sweep = sweep();
    assertThat(report(sweep)).isEqualTo(new SweepReport(3, 1, 0, 0, null));
    assertThat(asked).containsExactly(Set.of("k2"));

    listed.put("k2", "under-review");
    listed.put("another", "cancelled-unmatched");
    assertThat(report(sweep)).isEqualTo(new SweepReport(3, 1, 1, 0, null));
    assertThat(report(sweep)).isEqualTo(new SweepReport(3, 0, 0, 0, null));
    assertThat(told).containsExactly(hire + " k2 under-review");
  }

  @Test
  void aWorkerThatStartsAnewTellsOnlyWhatChanged() throws Exception {
    String hire = RealJournal.hire(account, "ref-1");
    record(hire, false, contract("k1", "created"));
    listed.put("k1", "matched");
    sweep().next();
    sweep().next();
    assertThat(told).containsExactly(hire + " k1 matched");
  }

  @Test
  void whatTheHireItselfHasJustDoneIsNotTold() throws Exception {
    String hire = RealJournal.hire(account, "ref-1");
    record(hire, false, contract("k1", "under-review"));
    listed.put("k1", "resolved");
    meanwhile = () -> record(hire, false, contract("k1", "resolved"));
    sweep().next();
    assertThat(told).isEmpty();
  }

  @Test
  void aRecordThatWentOnMeanwhileIsComparedAgainWithTheNextList() throws Exception {
    String hire = RealJournal.hire(account, "ref-1");
    record(hire, false, contract("k1", "created"));
    listed.put("k1", "under-review");
    meanwhile = () -> record(hire, false, contract("k1", "matched"));
    WorkingContractSweep sweep = sweep();
    sweep.next();
    assertThat(told).isEmpty();
    meanwhile = () -> {};
    sweep.next();
    assertThat(told).containsExactly(hire + " k1 under-review");
  }

  @Test
  void whatCouldNotBeToldCountsAsUnseen() throws Exception {
    String hire = RealJournal.hire(account, "ref-1");
    record(hire, false, contract("k1", "created"));
    listed.put("k1", "matched");
    WorkingContractSweep sweep = sweep();
    temporalAway = true;
    assertThatThrownBy(sweep::next).hasMessage("no service");
    temporalAway = false;
    sweep.next();
    assertThat(told).containsExactly(hire + " k1 matched");
  }

  @Test
  void nothingIsReadWhileNoOpenHireWaitsForAContract() throws Exception {
    String hire = RealJournal.hire(account, "ref-1");
    record(hire, true, contract("k1", "created"));
    WorkingContractSweep sweep = sweep();
    sweep.next();
    now = now.plus(IDLE).minusSeconds(1);
    sweep.next();
    assertThat(asked).hasSize(1);
    now = now.plusSeconds(1);
    sweep.next();
    assertThat(asked).hasSize(2).allMatch(Set::isEmpty);
  }

  @Test
  void aContractThatIsOverIsForgottenAndOneBeyondTheListIsTold() throws Exception {
    String hire = RealJournal.hire(account, "ref-1");
    record(hire, false, contract("k1", "created"), contract("k2", "created"));
    listed.put("k1", "created");
    WorkingContractSweep sweep = sweep();
    assertThat(report(sweep).note()).startsWith("1 contracts of open hires were not in the part");
    assertThat(journal.last(account)).containsOnlyKeys("k1");

    record(hire, false, contract("k1", "cancelled-by-client"), contract("k2", "created"));
    listed.put("k1", "cancelled-by-client");
    sweep.next();
    assertThat(journal.last(account)).isEmpty();
    assertThat(told).isEmpty();
  }

  private SweepReport report(WorkingContractSweep sweep) throws NoContractsException {
    RealJournal.accounts()
        .served(account, Marketplace.OPENCONTRACT, "https://opencontract.example");
    sweep.next();
    return Objects.requireNonNull(RealJournal.accounts().find(account).orElseThrow().sweep());
  }

  private WorkingContractSweep sweep() {
    return new WorkingContractSweep(
        account, this::statuses, journal, this::tell, () -> meanwhile.run(), IDLE, () -> now);
  }

  private Map<String, String> statuses(Set<String> wanted) {
    asked.add(wanted);
    return Map.copyOf(listed);
  }

  private void tell(String hireId, MarketplaceNotifications notifications) {
    if (temporalAway) {
      throw new IllegalStateException("no service");
    }
    for (MarketplaceNotification one : notifications.notifications()) {
      assertThat(one.type()).isEqualTo("tenure.contract_changed");
      told.add(hireId + " " + one.contractId() + " " + one.status());
    }
  }

  private record Contract(String id, String status) {}

  private static Contract contract(String id, String status) {
    return new Contract(id, status);
  }

  private void record(String hireId, boolean closed, Contract... contracts) {
    HireDocument old = RealJournal.hires().find(hireId).orElseThrow().document();
    long version = old.version() + 1;
    HireDocument header =
        new HireDocument(
            old.id(),
            old.account(),
            old.proposalId(),
            old.generation(),
            closed ? HireStatus.ENDED : HireStatus.ACTIVE,
            null,
            null,
            List.of(),
            old.money(),
            List.of(),
            version,
            old.createdAt(),
            old.updatedAt(),
            closed ? old.updatedAt() : null);
    List<MilestoneDocument> milestones = new ArrayList<>();
    for (Contract contract : contracts) {
      milestones.add(milestone(contract, milestones.size() + 1, version));
    }
    RealJournal.records()
        .record(
            new RecordBatch(
                hireId, "run-1", null, header, milestones, List.of(), List.of(), List.of()));
  }

  private MilestoneDocument milestone(Contract contract, int position, long version) {
    Instant later = now.plus(Duration.ofDays(position));
    Money price = Money.ofMinor(20_000_000, "USDC");
    return new MilestoneDocument(
        "m" + position,
        position,
        contract.id(),
        position,
        "Label receipts",
        null,
        price,
        null,
        FundRule.atStart(),
        MilestoneState.FUNDED,
        false,
        version,
        null,
        null,
        false,
        null,
        new WorkingContractDocument(
            1,
            contract.status(),
            null,
            List.of("all present"),
            null,
            null,
            later,
            later,
            later,
            later,
            price,
            null,
            null,
            null));
  }
}
