package dev.tenure.activities.feed;

import dev.tenure.model.message.MarketplaceNotifications;

/** Tells a hire that something of its own changed. */
@FunctionalInterface
public interface HireNotifier {

  /** Tells it. A hire that is over need not know; a service that is away throws. */
  void tell(String hireId, MarketplaceNotifications notifications);

  /** Tells, once for a page of the feed, that money of this account may have moved. */
  default void moneyMoved(String account) {}
}
