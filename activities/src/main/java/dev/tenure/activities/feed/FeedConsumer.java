package dev.tenure.activities.feed;

import dev.tenure.journal.account.UpdatesFeed;
import dev.tenure.journal.store.JournalUnavailable;
import dev.tenure.model.message.MarketplaceNotification;
import dev.tenure.model.message.MarketplaceNotifications;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the pages of one account to the hires, in order: signal first, keep the cursor then. A
 * crash between the two signals twice, which a hire does not mind; the other order could lose a
 * signal.
 */
final class FeedConsumer {

  private static final Logger LOG = LoggerFactory.getLogger(FeedConsumer.class);

  private static final Duration PARKED = Duration.ofDays(7);

  /** A quiet feed is said to be followed this often. */
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

  private final String account;
  private final UpdatesSource source;
  private final UpdatesFeed feed;
  private final HireNotifier notifier;
  private final InstantSource clock;

  /** The cursors of pages that were followed by another one at once. */
  private final Set<String> passed = new HashSet<>();

  private boolean begun;
  private boolean catchingUp;
  private @Nullable String cursor;
  private Instant told = Instant.MIN;

  FeedConsumer(
      String account,
      UpdatesSource source,
      UpdatesFeed feed,
      HireNotifier notifier,
      InstantSource clock) {
    this.account = account;
    this.source = source;
    this.feed = feed;
    this.notifier = notifier;
    this.clock = clock;
  }

  /** Handles one page; true when the next one is there already. */
  boolean next() throws UpdatesSource.NoPageException {
    begin();
    Page page = source.after(cursor);
    @Nullable String reached = page.cursor() == null ? cursor : page.cursor();
    boolean moved = reached != null && !reached.equals(cursor);
    if (moved || !page.entries().isEmpty()) {
      handle(page, reached);
      told = clock.instant();
    } else {
      tellOnceInAWhile();
    }
    cursor = reached;
    if (!page.more()) {
      passed.clear();
    }
    catchingUp = reached != null && moved && page.more() && goesOn(reached);
    return catchingUp;
  }

  /** Whether the pages go on: a cursor that comes again while there is always more goes round. */
  private boolean goesOn(String reached) {
    if (passed.add(reached)) {
      return true;
    }
    passed.clear();
    String words = "the feed's pages repeat though it says that there is more";
    LOG.warn("Account {}: {}", account, words);
    feed.failed(account, words);
    return false;
  }

  /** Whether the page before said that there is more. */
  boolean catchingUp() {
    return catchingUp;
  }

  /** Says in the journal that the feed is followed again. */
  void recovered() {
    if (cursor != null) {
      feed.advance(account, cursor, List.of());
    }
  }

  /** Who asks for the feed's age shall not take a quiet one for a dead one. */
  private void tellOnceInAWhile() {
    Instant now = clock.instant();
    if (told.isBefore(now.minus(SIGN_OF_LIFE))) {
      told = now;
      try {
        feed.followed(account);
      } catch (JournalUnavailable e) {
        LOG.debug("the journal cannot remember that the feed is followed: {}", e.getMessage());
      }
    }
  }

  private void begin() {
    if (!begun) {
      cursor = feed.cursor(account).orElse(null);
      begun = true;
    }
  }

  private void handle(Page page, @Nullable String reached) {
    Map<String, MarketplaceNotifications> routed = feed.route(account, page.notifications());
    routed.forEach(notifier::tell);
    if (reached != null) {
      feed.advance(account, reached, unknown(page, routed)).forEach(notifier::tell);
    }
    if (routed.values().stream().anyMatch(FeedConsumer::aboutMoney)) {
      notifier.moneyMoved(account);
    }
  }

  private static boolean aboutMoney(MarketplaceNotifications notifications) {
    return notifications.notifications().stream()
        .anyMatch(
            notification ->
                notification.type().startsWith("approval.")
                    || notification.type().startsWith("milestone."));
  }

  private List<MarketplaceNotification> unknown(
      Page page, Map<String, MarketplaceNotifications> routed) {
    Set<MarketplaceNotification> known = new HashSet<>();
    routed.values().forEach(notifications -> known.addAll(notifications.notifications()));
    Instant oldest = clock.instant().minus(PARKED);
    return page.entries().stream()
        .filter(entry -> entry.at() == null || entry.at().isAfter(oldest))
        .map(Page.Entry::notification)
        .filter(notification -> !known.contains(notification))
        .toList();
  }
}
