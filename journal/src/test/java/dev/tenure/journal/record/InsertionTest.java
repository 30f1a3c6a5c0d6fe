package dev.tenure.journal.record;

import static dev.tenure.journal.Samples.hire;
import static dev.tenure.journal.Samples.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.journal.JournalExtension;
import dev.tenure.journal.Samples;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.record.Insertion.Existing;
import dev.tenure.journal.record.Insertion.Inserted;
import dev.tenure.journal.record.Insertion.NotReplaceable;
import dev.tenure.journal.record.Insertion.Reason;
import dev.tenure.model.hire.HireStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(JournalExtension.class)
class InsertionTest {

  @Test
  void ofFiftyEqualHiresAtOnceOneIsEntered(HireRecords records) throws Exception {
    String proposal = unique("prp");
    List<Callable<Insertion>> calls = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      calls.add(() -> records.insert(hire(proposal, null)));
    }
    List<Insertion> outcomes = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Insertion> outcome : threads.invokeAll(calls)) {
        outcomes.add(outcome.get());
      }
    }
    assertThat(outcomes).filteredOn(Inserted.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Existing.class::isInstance).hasSize(49);
    assertThat(outcomes.stream().map(InsertionTest::idOf).distinct()).hasSize(1);
  }

  @Test
  void aClosedHireWithoutContractCanBeReplacedOnce(HireRecords records) {
    HireView old = Samples.entered(records);
    close(records, old, HireStatus.DECLINED, null);
    Insertion first = records.insert(hire(old.document().proposalId(), old.id()));
    Insertion again = records.insert(hire(old.document().proposalId(), old.id()));
    assertThat(first).isInstanceOf(Inserted.class);
    assertThat(((Inserted) first).hire().document().generation()).isEqualTo(2);
    assertThat(again).isInstanceOf(Existing.class);
    assertThat(idOf(again)).isEqualTo(idOf(first));
  }

  @Test
  void aHireThatIsOpenHasAContractOrIsUnknownIsNotReplaced(HireRecords records) {
    HireView open = Samples.entered(records);
    HireView contracted = Samples.entered(records);
    close(records, contracted, HireStatus.ENDED, "ctr_1");
    assertThat(replace(records, open, open.id())).isEqualTo(new NotReplaceable(Reason.OPEN));
    assertThat(replace(records, contracted, contracted.id()))
        .isEqualTo(new NotReplaceable(Reason.HAS_CONTRACT));
    assertThat(replace(records, open, "hir_none")).isEqualTo(new NotReplaceable(Reason.UNKNOWN));
    assertThat(replace(records, open, contracted.id()))
        .isEqualTo(new NotReplaceable(Reason.OTHER_PROPOSAL));
  }

  private static void close(
      HireRecords records, HireView hire, HireStatus status, @Nullable String contractId) {
    records.record(
        Samples.batch(hire, "run-1", null, Samples.header(hire, status, 1, contractId), List.of()));
  }

  private static Insertion replace(HireRecords records, HireView of, String replaced) {
    return records.insert(hire(of.document().proposalId(), replaced));
  }

  private static String idOf(Insertion insertion) {
    return switch (insertion) {
      case Inserted(HireView view) -> view.id();
      case Existing(HireView view) -> view.id();
      case NotReplaceable(Reason reason) -> throw new AssertionError(reason);
    };
  }
}
