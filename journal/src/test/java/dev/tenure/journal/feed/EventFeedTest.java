package dev.tenure.journal.feed;

import static dev.tenure.journal.Samples.batch;
import static dev.tenure.journal.Samples.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.database.Database;
import dev.tenure.journal.JournalExtension;
import dev.tenure.journal.Samples;
import dev.tenure.journal.read.HireView;
import dev.tenure.journal.record.HireRecords;
import dev.tenure.journal.store.Json;
import dev.tenure.journal.store.Slice;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(JournalExtension.class)
class EventFeedTest {

  @Test
  void aLateCommitIsNeverSkipped(Database database, HireRecords records, EventFeed events)
      throws SQLException {
    HireView late = Samples.entered(records);
    HireView early = Samples.entered(records);
    long start = end(events);
    try (Connection open = connect(database)) {
      insert(open, late.id());
      records.record(batch(early, "run-1", 1, event(1)));
      long cursor = end(events);
      assertThat(hiresAfter(events, start)).containsExactly(early.id());
      open.commit();
      assertThat(hiresAfter(events, cursor)).containsExactly(late.id());
    }
  }

  @Test
  void theFeedOfOneHireComesInPagesAndSaysWhetherMoreFollows(
      HireRecords records, EventFeed events) {
    HireView hire = Samples.entered(records);
    records.record(batch(hire, "run-1", 1, event(1), event(2), event(3)));
    Slice<EventView> first = events.after(hire.id(), 0, 2);
    Slice<EventView> rest = events.after(hire.id(), first.items().getLast().position(), 2);
    assertThat(first.more()).isTrue();
    assertThat(rest.more()).isFalse();
    assertThat(rest.items()).extracting(view -> view.event().number()).containsExactly(3L);
  }

  @Test
  void theNewestOfAHireComeFirst(HireRecords records, EventFeed events) {
    HireView hire = Samples.entered(records);
    records.record(batch(hire, "run-1", 1, event(1), event(2), event(3)));
    Slice<EventView> newest = events.newest(hire.id(), null, 2);
    assertThat(newest.items()).extracting(view -> view.event().number()).containsExactly(3L, 2L);
    assertThat(newest.more()).isTrue();
    assertThat(events.newest(hire.id(), null, 3).more()).isFalse();
    long place = newest.items().getLast().position();
    assertThat(events.newest(hire.id(), place, 2).items())
        .extracting(view -> view.event().number())
        .containsExactly(1L);
  }

  private static long end(EventFeed events) {
    long end = 0;
    for (var page = events.after(null, 0, 200); !page.items().isEmpty(); ) {
      end = page.items().getLast().position();
      page = events.after(null, end, 200);
    }
    return end;
  }

  private static List<String> hiresAfter(EventFeed events, long position) {
    return events.after(null, position, 200).items().stream().map(EventView::hireId).toList();
  }

  private static Connection connect(Database database) throws SQLException {
    Connection connection =
        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    connection.setAutoCommit(false);
    return connection;
  }

  private static void insert(Connection open, String hireId) throws SQLException {
    try (var statement =
        open.prepareStatement(
            "insert into events (hire_id, epoch, number, document)"
                + " values (?, 1, 1, cast(? as jsonb))")) {
      statement.setString(1, hireId);
      statement.setString(2, Json.write(event(1)));
      statement.executeUpdate();
    }
  }
}
