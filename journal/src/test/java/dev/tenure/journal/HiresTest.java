package dev.tenure.journal;

import static dev.tenure.journal.Samples.hire;
import static dev.tenure.journal.Samples.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.journal.Insertion.Existing;
import dev.tenure.journal.Insertion.Inserted;
import dev.tenure.journal.Insertion.NotReplaceable;
import dev.tenure.journal.Insertion.Reason;
import dev.tenure.model.HireStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(JournalExtension.class)
class HiresTest {

  @Test
  void ofFiftyEqualHiresAtOnceOneIsEntered(Hires hires) throws Exception {
    String proposal = unique("prp");
    List<Callable<Insertion>> calls = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      calls.add(() -> hires.insert(hire(proposal, null)));
    }
    List<Insertion> outcomes = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Insertion> outcome : threads.invokeAll(calls)) {
        outcomes.add(outcome.get());
      }
    }
    assertThat(outcomes).filteredOn(Inserted.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Existing.class::isInstance).hasSize(49);
    assertThat(outcomes.stream().map(HiresTest::idOf).distinct()).hasSize(1);
  }

  @Test
  void aClosedHireWithoutContractCanBeReplacedOnce(Hires hires, HireRecords records) {
    HireView old = Samples.entered(hires);
    close(records, old, HireStatus.DECLINED, null);
    Insertion first = hires.insert(hire(old.document().proposalId(), old.id()));
    Insertion again = hires.insert(hire(old.document().proposalId(), old.id()));
    assertThat(first).isInstanceOf(Inserted.class);
    assertThat(((Inserted) first).hire().document().generation()).isEqualTo(2);
    assertThat(again).isInstanceOf(Existing.class);
    assertThat(idOf(again)).isEqualTo(idOf(first));
  }

  @Test
  void aHireThatIsOpenHasAContractOrIsUnknownIsNotReplaced(Hires hires, HireRecords records) {
    HireView open = Samples.entered(hires);
    HireView contracted = Samples.entered(hires);
    close(records, contracted, HireStatus.ENDED, "ctr_1");
    assertThat(replace(hires, open, open.id())).isEqualTo(new NotReplaceable(Reason.OPEN));
    assertThat(replace(hires, contracted, contracted.id()))
        .isEqualTo(new NotReplaceable(Reason.HAS_CONTRACT));
    assertThat(replace(hires, open, "hir_none")).isEqualTo(new NotReplaceable(Reason.UNKNOWN));
    assertThat(replace(hires, open, contracted.id()))
        .isEqualTo(new NotReplaceable(Reason.OTHER_PROPOSAL));
  }

  @Test
  void hiresAreFoundByEveryFilterAndComeNewestFirst(Hires hires, HireRecords records) {
    HireView older = Samples.entered(hires);
    HireView newer = Samples.entered(hires);
    String contract = unique("ctr");
    records.record(
        Samples.batch(
            older, "r", null, Samples.header(older, HireStatus.ACTIVE, 1, contract), List.of()));
    String proposal = older.document().proposalId();
    assertThat(ids(hires, null, null, null, contract, Map.of())).containsExactly(older.id());
    assertThat(ids(hires, null, proposal, null, null, Map.of())).containsExactly(older.id());
    assertThat(ids(hires, null, null, "REQ-" + proposal, null, Map.of()))
        .containsExactly(older.id());
    assertThat(ids(hires, HireStatus.ACTIVE, null, null, contract, Map.of("team", "vision")))
        .containsExactly(older.id());
    assertThat(ids(hires, null, proposal, null, null, Map.of("team", "other"))).isEmpty();
    Slice<HireView> page = hires.list(HireQuery.newest(1));
    assertThat(page.items()).extracting(HireView::id).containsExactly(newer.id());
    assertThat(page.more()).isTrue();
  }

  private static void close(
      HireRecords records, HireView hire, HireStatus status, @Nullable String contractId) {
    records.record(
        Samples.batch(hire, "run-1", null, Samples.header(hire, status, 1, contractId), List.of()));
  }

  private static Insertion replace(Hires hires, HireView of, String replaced) {
    return hires.insert(hire(of.document().proposalId(), replaced));
  }

  private static List<String> ids(
      Hires hires,
      @Nullable HireStatus status,
      @Nullable String proposal,
      @Nullable String ref,
      @Nullable String contract,
      Map<String, String> labels) {
    var query = new HireQuery(status, "default", proposal, contract, ref, labels, null, 10);
    return hires.list(query).items().stream().map(HireView::id).toList();
  }

  private static String idOf(Insertion insertion) {
    return switch (insertion) {
      case Inserted(HireView view) -> view.id();
      case Existing(HireView view) -> view.id();
      case NotReplaceable(Reason reason) -> throw new AssertionError(reason);
    };
  }
}
