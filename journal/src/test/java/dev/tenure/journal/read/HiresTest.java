package dev.tenure.journal.read;

import static dev.tenure.journal.Samples.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.journal.JournalExtension;
import dev.tenure.journal.Samples;
import dev.tenure.journal.record.HireRecords;
import dev.tenure.journal.store.Slice;
import dev.tenure.model.hire.HireStatus;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(JournalExtension.class)
class HiresTest {

  @Test
  void hiresAreFoundByEveryFilterAndComeNewestFirst(Hires hires, HireRecords records) {
    HireView older = Samples.entered(records);
    HireView newer = Samples.entered(records);
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

  @Test
  void aLabelIsFoundAsItIsShown(Hires hires, HireRecords records) {
    HireView hire = Samples.entered(records);
    String text = "Proposal: " + hire.document().proposalId();
    var query = new HireQuery(null, null, null, null, null, Map.of(), null, 10, text);
    assertThat(hires.list(query).items()).extracting(HireView::id).containsExactly(hire.id());
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
}
