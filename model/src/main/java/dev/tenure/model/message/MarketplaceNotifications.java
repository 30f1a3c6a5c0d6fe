package dev.tenure.model.message;

import java.util.List;

/**
 * Notifications that go out together: one page of the feed for one hire, or those parked for it.
 */
public record MarketplaceNotifications(List<MarketplaceNotification> notifications) {

  public MarketplaceNotifications {
    notifications = List.copyOf(notifications);
  }
}
