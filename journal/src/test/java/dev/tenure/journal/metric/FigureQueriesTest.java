package dev.tenure.journal.metric;

import static dev.tenure.journal.Samples.approval;
import static dev.tenure.journal.Samples.entered;
import static dev.tenure.journal.Samples.event;
import static dev.tenure.journal.Samples.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.journal.JournalExtension;
import dev.tenure.journal.Samples;
import dev.tenure.journal.account.UpdatesFeed;
import dev.tenure.journal.metric.Figures.Account;
import dev.tenure.journal.metric.Figures.Waiting;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.record.HireRecords;
import dev.tenure.model.hire.ApprovalStatus;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.hire.IncidentCause;
import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.message.RecordBatch;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Other tests fill the same database: what counts is the difference. */
@ExtendWith(JournalExtension.class)
class FigureQueriesTest {

  @Test
  void hiresPendingApprovalsAndOpenIncidentsAreCounted(HireRecords records, FigureQueries queries) {
    Figures before = queries.read();
    HireView hire = entered(records);
    records.record(
        new RecordBatch(
            hire.id(),
            "run",
            null,
            header(hire, HireStatus.ACTIVE, 2),
            List.of(),
            List.of(
                approval("apr_pending", ApprovalStatus.PENDING, 2),
                approval("apr_confirmed", ApprovalStatus.CONFIRMED, 2)),
            List.of(
                incident("inc_open", null), incident("inc_closed", Samples.NOW.plusSeconds(60))),
            List.of(event(1))));
    Figures after = queries.read();
    assertThat(after.hires().get("active"))
        .isEqualTo(before.hires().getOrDefault("active", 0L) + 1);
    assertThat(count(after.pending(), "proposal_hire"))
        .isEqualTo(count(before.pending(), "proposal_hire") + 1);
    assertThat(after.pending().get("proposal_hire"))
        .isNotNull()
        .satisfies(waiting -> assertThat(waiting.since()).isBeforeOrEqualTo(Samples.NOW));
    assertThat(count(after.incidents(), "terms_edited"))
        .isEqualTo(count(before.incidents(), "terms_edited") + 1);
  }

  @Test
  void anAccountIsToldWhileItHasAnOpenHire(
      HireRecords records, UpdatesFeed feed, FigureQueries queries) {
    entered(records);
    feed.followed("default");
    feed.followed("long-gone");
    assertThat(queries.read().accounts())
        .filteredOn(account -> account.id().equals("default"))
        .singleElement()
        .satisfies(account -> assertThat(account.feedAt()).isNotNull());
    assertThat(queries.read().accounts()).extracting(Account::id).doesNotContain("long-gone");
  }

  private static long count(Map<String, Waiting> all, String name) {
    Waiting waiting = all.get(name);
    return waiting == null ? 0 : waiting.count();
  }

  private static IncidentDocument incident(String id, @Nullable Instant closedAt) {
    return new IncidentDocument(
        id,
        IncidentCause.TERMS_EDITED,
        "Somebody edited the terms",
        "m1",
        null,
        List.of(),
        Samples.NOW,
        closedAt,
        null,
        2);
  }
}
