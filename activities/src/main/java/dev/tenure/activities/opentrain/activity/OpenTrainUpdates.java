package dev.tenure.activities.opentrain.activity;

import dev.tenure.activities.call.Failures;
import dev.tenure.activities.feed.Page;
import dev.tenure.activities.feed.UpdatesSource;
import dev.tenure.activities.feed.UpdatesSource.NoPageException;
import dev.tenure.activities.marketplace.Allowance;
import dev.tenure.activities.marketplace.ForeignJson;
import dev.tenure.activities.marketplace.MarketplaceException;
import dev.tenure.activities.marketplace.MarketplaceException.Unavailable;
import dev.tenure.activities.marketplace.Times;
import dev.tenure.activities.opentrain.client.Assumed;
import dev.tenure.activities.opentrain.client.OpenTrainClient;
import dev.tenure.activities.opentrain.client.OpenTrainClient.UpdatesPage;
import dev.tenure.activities.opentrain.client.Refused;
import dev.tenure.activities.opentrain.client.json.Update;
import dev.tenure.model.message.MarketplaceNotification;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** OpenTrain's updates feed as notifications. */
public final class OpenTrainUpdates implements UpdatesSource {

  /** They never concern a hire under way. */
  private static final Set<String> IDLE = Set.of("message.received", "proposal.received");

  private static final Logger LOG = LoggerFactory.getLogger(OpenTrainUpdates.class);

  private final OpenTrainClient api;
  private final Allowance allowance;

  /**
   * The feed of an account.
   *
   * @param allowance the feed's own, by which the client's calls are counted
   */
  public OpenTrainUpdates(OpenTrainClient api, Allowance allowance) {
    this.api = api;
    this.allowance = allowance;
  }

  @Override
  public Duration untilNext(boolean catchingUp) {
    return catchingUp ? allowance.untilSpare() : allowance.untilEarned();
  }

  @Override
  public Page after(@Nullable String cursor) throws NoPageException {
    try {
      return page(api.updates(cursor));
    } catch (Refused e) {
      if (cursor != null && Assumed.cursorUnknown(e)) {
        LOG.warn(
            "OpenTrain does not take the cursor of the updates feed any more, which is read from its"
                + " beginning: {}",
            e.getMessage());
        return after(null);
      }
      throw noPage(e, null);
    } catch (Unavailable e) {
      throw noPage(e, e.retryAfter());
    }
  }

  private static NoPageException noPage(MarketplaceException e, @Nullable Duration retryAfter) {
    return new NoPageException(String.valueOf(Failures.of(e).getOriginalMessage()), e, retryAfter);
  }

  static Page page(UpdatesPage page) {
    if (page.events().unreadable() > 0) {
      LOG.warn("{} events of the updates feed make no sense", page.events().unreadable());
    }
    return new Page(
        page.events().read().stream().flatMap(OpenTrainUpdates::entry).toList(),
        page.nextCursor(),
        page.more());
  }

  /**
   * Events of types unknown here count by the ids that they carry; without any they are nothing.
   */
  private static Stream<Page.Entry> entry(Update event) {
    String id = event.id();
    String type = event.type();
    if (id == null || type == null || IDLE.contains(type)) {
      return Stream.empty();
    }
    MarketplaceNotification notification =
        new MarketplaceNotification(
            id,
            type,
            id(event, "approvalId", "approval."),
            id(event, "milestoneId", "milestone."),
            id(event, "contractId", "contract."),
            id(event, "proposalId", "proposal."),
            milestoneStatus(event));
    boolean concernsSomething =
        Stream.of(
                notification.approvalId(),
                notification.milestoneId(),
                notification.contractId(),
                notification.proposalId())
            .anyMatch(Objects::nonNull);
    return concernsSomething
        ? Stream.of(new Page.Entry(notification, Times.instant(event.createdAt()).orElse(null)))
        : Stream.empty();
  }

  private static @Nullable String milestoneStatus(Update event) {
    return "milestone.status_changed".equals(event.type())
        ? ForeignJson.text(event.data(), "status")
        : null;
  }

  private static @Nullable String id(Update event, String field, String family) {
    String id = ForeignJson.text(event.data(), field);
    if (id != null) {
      return id;
    }
    return Assumed.resourceOf(event, family);
  }
}
