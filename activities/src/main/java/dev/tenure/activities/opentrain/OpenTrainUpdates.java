package dev.tenure.activities.opentrain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.activities.feed.Page;
import dev.tenure.activities.feed.UpdatesSource;
import dev.tenure.activities.opentrain.OpenTrainException.Refused;
import dev.tenure.activities.opentrain.OpenTrainException.Unavailable;
import dev.tenure.activities.opentrain.json.Update;
import dev.tenure.activities.opentrain.json.UpdatesBody;
import dev.tenure.model.Bell;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** OpenTrain's updates feed as bells. */
public final class OpenTrainUpdates implements UpdatesSource {

  /** They never concern a hire under way. */
  private static final Set<String> IDLE = Set.of("message.received", "proposal.received");

  private final OpenTrain api;

  public OpenTrainUpdates(OpenTrain api) {
    this.api = api;
  }

  @Override
  public Page after(@Nullable String cursor) throws NoPageException {
    try {
      return page(api.updates(cursor));
    } catch (Refused e) {
      if (cursor != null && Assumed.cursorUnknown(e)) {
        return after(null);
      }
      throw noPage(e, null);
    } catch (Unavailable e) {
      throw noPage(e, e.retryAfter());
    }
  }

  private static NoPageException noPage(OpenTrainException e, @Nullable Duration retryAfter) {
    return new NoPageException(String.valueOf(Failures.of(e).getOriginalMessage()), e, retryAfter);
  }

  static Page page(UpdatesBody body) {
    List<Update> events = Objects.requireNonNullElse(body.events(), List.of());
    return new Page(
        events.stream().flatMap(OpenTrainUpdates::rung).toList(),
        body.nextCursor(),
        Boolean.TRUE.equals(body.hasMore()));
  }

  /** Events of types unknown here ring by the ids that they carry; without any they are nothing. */
  private static Stream<Page.Rung> rung(Update event) {
    String id = event.id();
    String type = event.type();
    if (id == null || type == null || IDLE.contains(type)) {
      return Stream.empty();
    }
    Bell bell =
        new Bell(
            id,
            type,
            id(event, "approvalId", "approval."),
            id(event, "milestoneId", "milestone."),
            id(event, "contractId", "contract."),
            id(event, "proposalId", "proposal."),
            milestoneStatus(event));
    boolean concernsSomething =
        Stream.of(bell.approvalId(), bell.milestoneId(), bell.contractId(), bell.proposalId())
            .anyMatch(Objects::nonNull);
    return concernsSomething
        ? Stream.of(new Page.Rung(bell, Times.instant(event.createdAt()).orElse(null)))
        : Stream.empty();
  }

  private static @Nullable String milestoneStatus(Update event) {
    return "milestone.status_changed".equals(event.type()) ? text(event, "status") : null;
  }

  private static @Nullable String text(Update event, String field) {
    JsonNode data = event.data();
    JsonNode node = data == null ? null : data.get(field);
    return node != null && node.isTextual() ? node.textValue() : null;
  }

  private static @Nullable String id(Update event, String field, String family) {
    String id = text(event, field);
    if (id != null) {
      return id;
    }
    return Assumed.resourceOf(event, family);
  }
}
