package dev.tenure.activities.sweep;

import dev.tenure.activities.feed.HireNotifier;
import dev.tenure.lifecycle.call.Notification;
import dev.tenure.model.message.MarketplaceNotification;
import dev.tenure.model.message.MarketplaceNotifications;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The changed contracts that hires are to be told of: one word to each hire. */
final class ChangedContracts {

  private final Map<String, List<MarketplaceNotification>> byHire = new LinkedHashMap<>();

  /**
   * Adds one.
   *
   * @param status that it shows, where the hire can compare it with what it knows
   */
  void add(String hireId, String contractId, @Nullable String status) {
    byHire
        .computeIfAbsent(hireId, id -> new ArrayList<>())
        .add(
            new MarketplaceNotification(
                "", Notification.CONTRACT_CHANGED, null, null, contractId, null, status));
  }

  /** Tells them; answers how many hires were told. */
  int tell(HireNotifier notifier) {
    byHire.forEach(
        (hireId, notifications) ->
            notifier.tell(hireId, new MarketplaceNotifications(notifications)));
    return byHire.size();
  }
}
