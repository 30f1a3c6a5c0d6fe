package dev.tenure.journal.record;

import static dev.tenure.journal.Samples.event;
import static dev.tenure.journal.Samples.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.journal.JournalExtension;
import dev.tenure.journal.Samples;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.read.Hires;
import dev.tenure.journal.run.OpenRuns;
import dev.tenure.model.hire.HireDocument;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.hire.WorkingContractDocument;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.money.LedgerEntry;
import dev.tenure.model.money.Money;
import dev.tenure.model.money.MoneyTotals;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.model.plan.OnSilence;
import dev.tenure.model.plan.OpenContractMilestone;
import dev.tenure.model.plan.OpenContractTerms;
import dev.tenure.model.plan.Policies;
import dev.tenure.model.plan.SelfApproval;
import dev.tenure.model.plan.WorkerLost;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A hire whose workflow runs, and whose row a restored backup does not have. */
@ExtendWith(JournalExtension.class)
class LostHireTest {

  private final Hires hires;
  private final HireRecords records;

  LostHireTest(Hires hires, HireRecords records) {
    this.hires = hires;
    this.records = records;
  }

  @Test
  void itIsEnteredAgainFromWhatItsWorkflowTellsAndAnIncidentSaysSo(OpenRuns runs) {
    HireView sample = Samples.entered(records);
    String id = unique("hir");
    records.record(of(id, unique("prp"), sample, List.of()));
    HireView found = hires.find(id).orElseThrow();
    assertThat(found.document().status()).isEqualTo(HireStatus.ACTIVE);
    assertThat(found.openIncidents())
        .extracting(IncidentDocument::cause)
        .containsExactly(IncidentCause.RECORD_LOST);
    assertThat(runs.snapshotsDue(1000)).contains(id);
  }

  @Test
  void theSnapshotBringsItsPlanBackAndClosesTheIncident(OpenRuns runs) {
    HireView sample = Samples.entered(records);
    String id = unique("hir");
    String proposal = unique("prp");
    records.record(of(id, proposal, sample, List.of()));
    runs.recordSnapshot(
        new RecordBatch(
            id,
            "run-1",
            null,
            header(id, proposal, sample),
            sample.milestones(),
            List.of(),
            List.of(),
            List.of()));
    HireView found = hires.find(id).orElseThrow();
    assertThat(found.openIncidents()).isEmpty();
    assertThat(found.row().plan().milestones())
        .extracting(MilestonePlan::key)
        .containsExactly("m1", "m2");
  }

  @Test
  void aHireOnOpenContractComesBackWithItsContractItsLedgerAndItsTerms(OpenRuns runs) {
    HirePlan plan = onOpenContract(unique("ref"));
    String id = unique("hir");
    LedgerEntry escrow =
        new LedgerEntry(
            id + ":escrow", "ESCROW", usdc("-80"), Samples.NOW, null, null, id, "contract_1", null);

    records.record(batch(id, plan, 7, List.of(matched(plan)), List.of(escrow), null));

    HireView entered = hires.find(id).orElseThrow();
    assertThat(entered.document().status()).isEqualTo(HireStatus.ACTIVE);
    assertThat(entered.openIncidents())
        .extracting(IncidentDocument::cause)
        .containsExactly(IncidentCause.RECORD_LOST);
    assertThat(Objects.requireNonNull(entered.row().plan().openContract()).worker())
        .isEqualTo("0xw1");
    assertThat(entered.row().plan().currency()).isEqualTo(Money.USDC);
    assertThat(hires.ledger(id).orElseThrow().ledger().entries()).containsExactly(escrow);

    runs.recordSnapshot(batch(id, plan, 7, List.of(matched(plan)), List.of(escrow), plan));

    HireView found = hires.find(id).orElseThrow();
    assertThat(found.openIncidents()).isEmpty();
    assertThat(found.row().plan()).isEqualTo(plan);
    assertThat(found.row().plan().openContract())
        .extracting(OpenContractTerms::selfApproval, OpenContractTerms::onSilence)
        .containsExactly(SelfApproval.FORBID, OnSilence.DISPUTE);
    assertThat(found.row().terms().externalRef()).isEqualTo(plan.externalRef());
    assertThat(found.milestones().getFirst().workingContract()).isNotNull();
    assertThat(hires.ledger(id).orElseThrow().ledger().entries()).containsExactly(escrow);
  }

  private static HirePlan onOpenContract(String ref) {
    OpenContractMilestone terms =
        new OpenContractMilestone(
            List.of("It compiles"),
            null,
            OpenContractMilestone.MATCH_WITHIN,
            OpenContractMilestone.DELIVER_WITHIN,
            OpenContractMilestone.REVIEW_WITHIN,
            null);
    return new HirePlan(
        "default",
        ref,
        ref,
        Map.of("team", "vision"),
        List.of(
            new MilestonePlan(
                "m1", null, "Write it", usdc("80"), null, FundRule.atStart(), null, null, terms)),
        null,
        false,
        Policies.DEFAULT,
        new OpenContractTerms(
            "0xw1",
            List.of("0xw2"),
            OnSilence.DISPUTE,
            WorkerLost.NEXT_WORKER,
            SelfApproval.FORBID,
            Duration.ofHours(5),
            Duration.ofHours(2)));
  }

  private static MilestoneDocument matched(HirePlan plan) {
    MilestonePlan terms = plan.milestones().getFirst();
    return new MilestoneDocument(
        "m1",
        1,
        "contract_1",
        null,
        terms.name(),
        terms.description(),
        terms.amount(),
        null,
        terms.fund(),
        MilestoneState.FUNDED,
        false,
        7,
        null,
        null,
        false,
        terms.openContract(),
        new WorkingContractDocument(
            1,
            "matched",
            "0xw1",
            List.of("It compiles"),
            null,
            null,
            Samples.NOW.plusSeconds(10),
            Samples.NOW.plusSeconds(20),
            Samples.NOW.plusSeconds(30),
            Samples.NOW.plusSeconds(40),
            usdc("80"),
            usdc("4"),
            null,
            null));
  }

  private static RecordBatch batch(
      String id,
      HirePlan plan,
      long version,
      List<MilestoneDocument> milestones,
      List<LedgerEntry> ledger,
      @Nullable HirePlan told) {
    Money none = usdc("0");
    HireDocument header =
        new HireDocument(
            id,
            plan.account(),
            plan.proposalId(),
            1,
            HireStatus.ACTIVE,
            id,
            null,
            List.of(),
            new MoneyTotals(null, usdc("80"), none, none, usdc("84")),
            List.of(),
            version,
            Samples.NOW,
            Samples.NOW,
            null);
    return new RecordBatch(
        id, "run-1", null, header, milestones, List.of(), List.of(), List.of(), ledger, told);
  }

  private static Money usdc(String amount) {
    return new Money(new BigDecimal(amount), Money.USDC);
  }

  @Test
  void aHireThatTookItsPlaceMeanwhileStaysTheCurrentOneAndIsToldOf(OpenRuns runs) {
    HireView current = Samples.entered(records);
    String id = unique("hir");
    String proposal = current.document().proposalId();
    records.record(of(id, proposal, current, List.of(event(1))));
    assertThat(hires.current("default", proposal).orElseThrow().id()).isEqualTo(current.id());
    HireView entered = hires.find(id).orElseThrow();
    assertThat(entered.row().current()).isFalse();
    assertThat(entered.openIncidents().getFirst().detail())
        .contains(current.id(), "pause one of them now");

    runs.recordSnapshot(of(id, proposal, current, List.of()));
    assertThat(hires.find(id).orElseThrow().openIncidents()).hasSize(1);

    records.record(
        Samples.batch(
            current,
            "run-2",
            null,
            Samples.header(current, HireStatus.CANCELLED, 1),
            List.of(),
            event(1)));
    assertThat(hires.find(id).orElseThrow().openIncidents()).isEmpty();
  }

  private static RecordBatch of(
      String id,
      String proposal,
      HireView sample,
      List<dev.tenure.model.message.HireEvent> events) {
    return new RecordBatch(
        id, "run-1", null, header(id, proposal, sample), List.of(), List.of(), List.of(), events);
  }

  private static HireDocument header(String id, String proposal, HireView sample) {
    HireDocument like = sample.document();
    return new HireDocument(
        id,
        like.account(),
        proposal,
        1,
        HireStatus.ACTIVE,
        null,
        null,
        List.of(),
        like.money(),
        List.of(),
        7,
        like.createdAt(),
        Samples.NOW,
        null);
  }
}
