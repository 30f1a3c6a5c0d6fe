package dev.tenure.journal.ledger;

import static dev.tenure.journal.Samples.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.journal.JournalExtension;
import dev.tenure.journal.Samples;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.read.Hires;
import dev.tenure.journal.read.LedgerView;
import dev.tenure.journal.record.HireRecords;
import dev.tenure.journal.record.Insertion;
import dev.tenure.journal.record.NewHire;
import dev.tenure.model.hire.ApprovalDecision;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.money.LedgerEntry;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.OpenContractMilestone;
import dev.tenure.model.plan.OpenContractTerms;
import dev.tenure.model.plan.Policies;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A hire that keeps its ledger itself, since its marketplace keeps none. */
@ExtendWith(JournalExtension.class)
class WorkingContractLedgerTest {

  private final Hires hires;
  private final HireRecords records;

  WorkingContractLedgerTest(Hires hires, HireRecords records) {
    this.hires = hires;
    this.records = records;
  }

  @Test
  void aNewHireCostsAtMostItsPricesAndHasNoWorkingContract() {
    HireView hire = entered();
    assertThat(hire.document().money().worstCase()).isEqualTo(usdc("80.000001"));
    assertThat(hire.milestones())
        .allSatisfy(one -> assertThat(one.workingContract()).isNull())
        .allSatisfy(one -> assertThat(one.openContract()).isNotNull());
  }

  @Test
  void entriesThatAreToldAgainAreThereOnce() {
    HireView hire = entered();
    List<LedgerEntry> entries = entries(hire.id());
    records.record(batch(hire, 1, List.of(), entries));
    records.record(batch(hire, 2, List.of(), entries));
    records.store(batch(hire, 3, List.of(), entries));
    LedgerView ledger = hires.ledger(hire.id()).orElseThrow();
    assertThat(ledger.ledger().entries()).containsExactlyElementsOf(entries);
  }

  @Test
  void whatWasSignedForIsMatchedAndWhatComesBackIsReckoned() {
    HireView hire = entered();
    records.record(batch(hire, 1, List.of(approved()), entries(hire.id())));
    Reconciliation found = hires.ledger(hire.id()).orElseThrow().ledger().reconciliation();
    assertThat(found.lines())
        .extracting(LedgerLine::movement)
        .containsExactly(Movement.FUNDING, Movement.BOND, Movement.RETURN);
    assertThat(found.lines()).extracting(LedgerLine::milestone).containsOnly("m1");
    assertThat(found.lines())
        .extracting(LedgerLine::match)
        .containsExactly(Match.MATCHED, Match.MATCHED, Match.NOT_VISIBLE);
    assertThat(found.lines().getFirst().amount()).isEqualTo(usdc("50.000001"));
    assertThat(found.lines().getFirst().approvalId()).isEqualTo("apr_fund");
    assertThat(found.lines().getLast().amount()).isEqualTo(usdc("20"));
    assertThat(found.status()).isEqualTo(Reconciliation.Status.NOT_VISIBLE);
    assertThat(hires.find(hire.id()).orElseThrow().feesBooked()).isNull();
  }

  @Test
  void whatBelongsToAContractOfALostWorkerStaysWithItsMilestone() {
    HireView hire = entered();
    records.record(batch(hire, 1, List.of(), entries(hire.id())));
    MilestoneDocument next =
        MilestoneDocument.planned(hire.row().plan().milestones().getFirst(), 1)
            .withMarketplace("contract_2", 1, null, usdc("50.000001"), null)
            .at(2);
    LedgerEntry compensation =
        entry(hire.id() + "/1/compensation", "STAKE_COMPENSATION", "1.25", 4);
    LedgerEntry second =
        new LedgerEntry(
            hire.id() + "/2/escrow",
            "ESCROW",
            usdc("-50.000001"),
            Samples.NOW.plusSeconds(5),
            null,
            null,
            hire.id(),
            "contract_2",
            null);
    records.record(
        new RecordBatch(
            hire.id(),
            "run-" + hire.id(),
            null,
            Samples.header(hire, HireStatus.ACTIVE, 2),
            List.of(next),
            List.of(),
            List.of(),
            List.of(),
            List.of(compensation, second),
            null));
    assertThat(hires.ledger(hire.id()).orElseThrow().ledger().reconciliation().lines())
        .hasSize(5)
        .allSatisfy(line -> assertThat(line.milestone()).isEqualTo("m1"));
  }

  @Test
  void anotherHireOfTheAccountHasNoneOfThem() {
    HireView hire = entered();
    records.record(batch(hire, 1, List.of(), entries(hire.id())));
    assertThat(hires.ledger(entered().id()).orElseThrow().ledger().entries()).isEmpty();
  }

  private HireView entered() {
    NewHire hire =
        new NewHire(
            unique("hir"), plan(unique("ref")), "digest", Samples.NOW, null, "lena", null, null);
    return switch (records.insert(hire)) {
      case Insertion.Inserted(HireView view) -> view;
      case Insertion other -> throw new AssertionError("not inserted: " + other);
    };
  }

  private static HirePlan plan(String reference) {
    return new HirePlan(
        "agent",
        reference,
        reference,
        Map.of(),
        List.of(milestone("m1", "50.000001"), milestone("m2", "30")),
        null,
        false,
        Policies.DEFAULT,
        OpenContractTerms.ofWorker("0x00000000000000000000000000000000000000aa"));
  }

  private static MilestonePlan milestone(String key, String price) {
    var terms =
        new OpenContractMilestone(
            List.of("It compiles"),
            null,
            OpenContractMilestone.MATCH_WITHIN,
            OpenContractMilestone.DELIVER_WITHIN,
            OpenContractMilestone.REVIEW_WITHIN,
            null);
    return new MilestonePlan(
        key, null, "Write it", usdc(price), null, FundRule.atStart(), null, null, terms);
  }

  private static RecordBatch batch(
      HireView hire, long version, List<ApprovalDocument> approvals, List<LedgerEntry> entries) {
    return new RecordBatch(
        hire.id(),
        "run-" + hire.id(),
        null,
        Samples.header(hire, HireStatus.ACTIVE, version),
        List.of(
            MilestoneDocument.planned(hire.row().plan().milestones().getFirst(), 1)
                .withMarketplace("contract_1", 1, null, usdc("50.000001"), null)
                .at(version)),
        approvals,
        List.of(),
        List.of(),
        entries,
        null);
  }

  private static ApprovalDocument approved() {
    return new ApprovalDocument(
        "apr_fund",
        ApprovalKind.MILESTONE_FUND,
        ApprovalStatus.CONFIRMED,
        "m1",
        usdc("50.000001"),
        null,
        "/approvals/apr_fund",
        1,
        Samples.NOW,
        Samples.NOW.plusSeconds(60),
        Samples.NOW,
        Map.of(),
        1,
        "d1",
        new ApprovalDecision("ada", Samples.NOW, "d1", null),
        null);
  }

  private static List<LedgerEntry> entries(String hireId) {
    return List.of(
        entry(hireId + "/m1/1/escrow", "ESCROW", "-50.000001", 1),
        entry(hireId + "/m1/1/bond", "BOND", "-2.5", 2),
        entry(hireId + "/m1/1/refund", "REFUND", "20", 3));
  }

  private static LedgerEntry entry(String id, String type, String amount, int second) {
    return new LedgerEntry(
        id,
        type,
        usdc(amount),
        Samples.NOW.plusSeconds(second),
        null,
        null,
        "the hire",
        "contract_1",
        null);
  }

  private static Money usdc(String amount) {
    return new Money(new BigDecimal(amount), Money.USDC);
  }
}
