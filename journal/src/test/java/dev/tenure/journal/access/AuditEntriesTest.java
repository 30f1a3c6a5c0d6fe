package dev.tenure.journal.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.journal.JournalExtension;
import dev.tenure.journal.Samples;
import dev.tenure.journal.access.AuditEntry.Outcome;
import dev.tenure.journal.store.Slice;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(JournalExtension.class)
class AuditEntriesTest {

  @Test
  void entriesAreReadTheNewestFirstAndPageByPage(AuditEntries entries) {
    String hire = Samples.unique("hir");
    entries.add(entry(hire, "ci", Samples.NOW, "pause"));
    entries.add(entry(hire, "ops", Samples.NOW, "resume"));
    entries.add(entry(hire, "ci", Samples.NOW.plusSeconds(5), "end"));
    var query = new AuditQuery(hire, null, null, null, 2);
    Slice<AuditEntry> first = entries.list(query);
    assertThat(first.items()).extracting(AuditEntry::action).containsExactly("end", "resume");
    assertThat(first.more()).isTrue();
    Slice<AuditEntry> second = entries.list(query.after(first.items().getLast().id()));
    assertThat(second.items()).extracting(AuditEntry::action).containsExactly("pause");
    assertThat(entries.list(new AuditQuery(hire, "ops", null, null, 9)).items()).hasSize(1);
    assertThat(
            entries.list(new AuditQuery(hire, null, Samples.NOW.plusSeconds(1), null, 9)).items())
        .extracting(AuditEntry::action)
        .containsExactly("end");
  }

  @Test
  void theOldestEntriesBeforeAMomentAreRemovedInBatches(AuditEntries entries) {
    String hire = Samples.unique("hir");
    Instant old = Instant.parse("1999-01-01T00:00:00Z");
    for (int i = 0; i < 3; i++) {
      entries.add(entry(hire, "ci", old.plusSeconds(i), "old-" + i));
    }
    entries.add(entry(hire, "ci", Samples.NOW, "new"));
    Instant limit = Instant.parse("2000-01-01T00:00:00Z");
    var all = new AuditQuery(hire, null, null, null, 9);
    assertThat(entries.prune(limit, 2)).isEqualTo(2);
    assertThat(entries.list(all).items())
        .extracting(AuditEntry::action)
        .containsExactly("new", "old-2");
    assertThat(entries.prune(limit, 2)).isEqualTo(1);
    assertThat(entries.prune(limit, 2)).isZero();
    assertThat(entries.list(all).items()).extracting(AuditEntry::action).containsExactly("new");
  }

  private static AuditEntry entry(String hire, String actor, Instant at, String action) {
    return new AuditEntry(
        0,
        at,
        actor,
        null,
        "key",
        "192.0.2.7",
        action,
        hire,
        null,
        Outcome.REFUSED,
        409,
        "not_allowed");
  }
}
