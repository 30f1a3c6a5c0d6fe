package dev.tenure.journal.ledger;

import static dev.tenure.journal.Samples.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.journal.JournalExtension;
import dev.tenure.journal.Samples;
import dev.tenure.journal.account.AccountView;
import dev.tenure.journal.account.Accounts;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.read.Hires;
import dev.tenure.journal.read.LedgerView;
import dev.tenure.journal.record.HireRecords;
import dev.tenure.model.account.Marketplace;
import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.MilestoneDocument;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.message.RecordBatch;
import dev.tenure.model.money.LedgerEntry;
import dev.tenure.model.money.Money;
import dev.tenure.model.money.OpenInvoice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(JournalExtension.class)
class LedgerTest {

  private static final String ACCOUNT = "default";

  @Test
  void entriesAreAddedOnceHoweverOftenTheyAreRead(Ledger ledger) {
    LedgerEntry entry = entry(unique("led"), "ctr", "mst", -100);
    assertThat(ledger.add(ACCOUNT, List.of(entry), List.of(), null)).isEqualTo(1);
    assertThat(ledger.add(ACCOUNT, List.of(entry), List.of(), null)).isZero();
    assertThat(ledger.known(ACCOUNT, List.of(entry.id(), "another"))).containsExactly(entry.id());
    assertThat(ledger.known("acc_other", List.of(entry.id()))).isEmpty();
  }

  @Test
  void aFailedLookIsRememberedUntilTheNextThatSucceeds(Ledger ledger, Accounts accounts) {
    String account = unique("acc");
    accounts.served(account, Marketplace.OPENTRAIN, "https://market.example");
    ledger.failed(account, "the marketplace does not answer");
    assertThat(accounts.find(account).orElseThrow().ledgerError()).contains("does not answer");
    ledger.add(account, List.of(), List.of(), null);
    AccountView view = accounts.find(account).orElseThrow();
    assertThat(view.ledgerError()).isNull();
    assertThat(view.ledgerAt()).isNotNull();
  }

  @Test
  void aHiresFeesAreBookedOnceEveryLineIsMatched(Hires hires, HireRecords records, Ledger ledger) {
    HireView hire = funded(hires, records);
    assertThat(hire.feesBooked()).isNull();
    String contract = hire.document().contractId();
    String milestone = hire.milestones().getFirst().milestoneId();
    LedgerEntry hold = entry(unique("led"), contract, milestone, -504_95);
    ledger.add(ACCOUNT, List.of(hold), List.of(), null);
    assertThat(hires.find(hire.id()).orElseThrow().feesBooked()).isEqualTo(Money.usd("54.95"));
    LedgerView view = hires.ledger(hire.id()).orElseThrow();
    assertThat(view.ledger().entries()).containsExactly(hold);
    assertThat(view.ledger().reconciliation().status()).isEqualTo(Reconciliation.Status.MATCHED);
  }

  @Test
  void whatWasHeldBeforeThereWasAContractIsFoundByItsProposal(
      Hires hires, HireRecords records, Ledger ledger) {
    HireView hire = funded(hires, records);
    LedgerEntry hold =
        new LedgerEntry(
            unique("led"),
            "HOLD",
            Money.usd("-504.95"),
            Instant.parse("2026-11-01T10:00:00Z"),
            null,
            hire.document().proposalId(),
            null,
            null,
            null);
    ledger.add(ACCOUNT, List.of(hold), List.of(), null);
    assertThat(hires.find(hire.id()).orElseThrow().feesBooked()).isEqualTo(Money.usd("54.95"));
  }

  @Test
  void openInvoicesAreThoseOfTheLastLook(Hires hires, HireRecords records, Ledger ledger) {
    HireView hire = funded(hires, records);
    String milestone = hire.milestones().getFirst().milestoneId();
    OpenInvoice invoice =
        new OpenInvoice(
            unique("inv"), 1042L, "FUNDING", "PENDING_FUNDING", Money.usd("450"), null, milestone);
    ledger.add(ACCOUNT, List.of(), List.of(invoice), null);
    assertThat(hires.ledger(hire.id()).orElseThrow().ledger().invoices()).containsExactly(invoice);
    ledger.add(ACCOUNT, List.of(), List.of(), null);
    assertThat(hires.ledger(hire.id()).orElseThrow().ledger().invoices()).isEmpty();
  }

  @Test
  void theLedgerOfNoHireIsEmpty(Hires hires, Ledger ledger) {
    assertThat(hires.ledger("hir_none")).isEmpty();
    assertThat(ledger.begins(unique("acc"))).isEmpty();
  }

  private static HireView funded(Hires hires, HireRecords records) {
    HireView hire = Samples.entered(records);
    String contract = unique("ctr");
    MilestoneDocument first =
        hire.milestones()
            .getFirst()
            .withMarketplace(unique("mst"), 1, "Batch 1", Money.usd("450"), null)
            .withState(MilestoneState.FUNDED)
            .at(1);
    ApprovalDocument confirmed =
        Samples.approval(unique("apr"), ApprovalStatus.CONFIRMED, 1)
            .resolved(ApprovalStatus.CONFIRMED, Samples.NOW, Map.of("contractId", contract));
    records.record(
        new RecordBatch(
            hire.id(),
            "run-1",
            null,
            Samples.header(hire, HireStatus.ACTIVE, 1, contract),
            List.of(first),
            List.of(confirmed),
            List.of(),
            List.of()));
    return hires.find(hire.id()).orElseThrow();
  }

  private static LedgerEntry entry(
      String id, @Nullable String contract, @Nullable String milestone, long cents) {
    return new LedgerEntry(
        id,
        "HOLD",
        Money.zero(Money.USD).minus(Money.ofMinor(-cents, Money.USD)),
        Instant.parse("2026-11-01T10:00:00Z"),
        null,
        null,
        contract,
        milestone,
        null);
  }
}
