package dev.tenure.activities.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.activities.RealJournal;
import dev.tenure.journal.account.UpdatesFeed;
import dev.tenure.model.message.MarketplaceNotification;
import dev.tenure.model.message.MarketplaceNotifications;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedConsumerTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private final String account = RealJournal.account();
  private final UpdatesFeed feed = RealJournal.feed();
  private final Deque<Page> pages = new ArrayDeque<>();
  private final List<@Nullable String> cursors = new ArrayList<>();
  private final List<Map.Entry<String, MarketplaceNotifications>> notified = new ArrayList<>();
  private boolean temporalAway;

  @Test
  void aHireIsRungOncePerPageAndTheCursorIsKept() throws Exception {
    String hire = RealJournal.hire(account, "prp_1");
    String other = RealJournal.hire(account, "prp_2");
    pages.add(
        page(
            "7",
            true,
            notification("5", "prp_1"),
            notification("6", "prp_2"),
            notification("7", "prp_1")));
    FeedConsumer rounds = rounds();
    assertThat(rounds.next()).isTrue();
    assertThat(notified)
        .containsExactlyInAnyOrder(
            Map.entry(
                hire,
                new MarketplaceNotifications(
                    List.of(notification("5", "prp_1"), notification("7", "prp_1")))),
            Map.entry(other, new MarketplaceNotifications(List.of(notification("6", "prp_2")))));
    assertThat(feed.cursor(account)).contains("7");
  }

  @Test
  void theFeedGoesOnWhereItWasLeft() throws Exception {
    pages.add(page("7", true));
    pages.add(page("9", false));
    FeedConsumer rounds = rounds();
    rounds.next();
    assertThat(rounds.next()).isFalse();
    pages.add(page("9", true));
    assertThat(rounds().next()).as("a page that does not move on brings no next one").isFalse();
    assertThat(cursors).containsExactly(null, "7", "9");
  }

  /** W5's kind. */
  @Test
  void pagesThatGoRoundEndTheCatchingUpWithAWord() throws Exception {
    FeedConsumer rounds = rounds();
    for (String cursor : List.of("a", "b", "a")) {
      pages.add(page(cursor, true));
    }
    assertThat(rounds.next()).isTrue();
    assertThat(rounds.next()).isTrue();
    assertThat(rounds.next()).isFalse();
    assertThat(feed.lastError(account)).hasValueSatisfying(w -> assertThat(w).contains("repeat"));
    pages.add(page("c", false));
    rounds.next();
    assertThat(feed.lastError(account)).isEmpty();
  }

  @Test
  void aNotificationThatCouldNotBeRungIsRungAgain() throws Exception {
    String hire = RealJournal.hire(account, "prp_1");
    pages.add(page("7", false, notification("7", "prp_1")));
    pages.add(page("7", false, notification("7", "prp_1")));
    temporalAway = true;
    FeedConsumer rounds = rounds();
    assertThatThrownBy(rounds::next).hasMessage("no service");
    assertThat(feed.cursor(account)).isEmpty();
    temporalAway = false;
    rounds.next();
    assertThat(notified).extracting(Map.Entry::getKey).containsExactly(hire);
  }

  @Test
  void notificationsOfUnknownSubjectsAreParkedForTheHireThatComesUnlessTheyAreOld()
      throws Exception {
    pages.add(
        new Page(
            List.of(
                new Page.Entry(notification("5", "prp_1"), NOW.minus(Duration.ofDays(8))),
                new Page.Entry(notification("6", "prp_1"), NOW.minus(Duration.ofDays(6))),
                new Page.Entry(notification("7", "prp_1"), null)),
            "7",
            false));
    rounds().next();
    assertThat(notified).isEmpty();
    assertThat(RealJournal.parked(account)).containsExactlyInAnyOrder("6", "7");
  }

  private FeedConsumer rounds() {
    return new FeedConsumer(
        account,
        cursor -> {
          cursors.add(cursor);
          return pages.remove();
        },
        feed,
        this::notifyOf,
        InstantSource.fixed(NOW));
  }

  private void notifyOf(String hireId, MarketplaceNotifications notifications) {
    if (temporalAway) {
      throw new IllegalStateException("no service");
    }
    notified.add(Map.entry(hireId, notifications));
  }

  private static Page page(String cursor, boolean more, MarketplaceNotification... notifications) {
    List<Page.Entry> now = new ArrayList<>();
    for (MarketplaceNotification notification : notifications) {
      now.add(new Page.Entry(notification, NOW));
    }
    return new Page(now, cursor, more);
  }

  private static MarketplaceNotification notification(String eventId, String proposalId) {
    return new MarketplaceNotification(
        eventId, "proposal.status_changed", null, null, null, proposalId);
  }
}
