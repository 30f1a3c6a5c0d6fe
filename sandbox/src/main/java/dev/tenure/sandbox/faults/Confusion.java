package dev.tenure.sandbox.faults;

import dev.tenure.sandbox.rules.Refusal;
import dev.tenure.sandbox.wire.ApprovalJson;
import dev.tenure.sandbox.wire.ContractJson;
import dev.tenure.sandbox.wire.ErrorJson;
import dev.tenure.sandbox.wire.Moment;
import dev.tenure.sandbox.wire.UpdatesJson;
import dev.tenure.sandbox.world.World;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parts of the marketplace that do not know yet what others know: the feed behind the truth, a
 * contract that cannot be read yet, an approval that still reads as pending.
 */
@Singleton
class Confusion {
  private final World world;

  Confusion(World world) {
    this.world = world;
  }

  void confuse(Fault.Order order, HttpRequest<?> request, MutableHttpResponse<?> response) {
    switch (response.body()) {
      case UpdatesJson page -> response.body(feed(order, request, page));
      case ContractJson.One one
          when order.kind() == Fault.Kind.CONTRACT_LATE
              && young(one.contract().createdAt(), order) ->
          response
              .status(HttpStatus.NOT_FOUND)
              .body(ErrorJson.of(Refusal.missing("contracts", "contractId", one.contract().id())));
      case ContractJson.All all when order.kind() == Fault.Kind.CONTRACT_LATE ->
          response.body(
              new ContractJson.All(
                  all.contracts().stream()
                      .filter(contract -> !young(contract.createdAt(), order))
                      .toList()));
      case ApprovalJson.One one
          when order.kind() == Fault.Kind.APPROVAL_LATE
              && young(one.approval().resolvedAt(), order) ->
          response.body(new ApprovalJson.One(one.approval().stillPending()));
      case null, default -> {
        // Nothing in this answer can be late.
      }
    }
  }

  private UpdatesJson feed(Fault.Order order, HttpRequest<?> request, UpdatesJson page) {
    List<UpdatesJson.Event> events = page.events();
    return switch (order.kind()) {
      case FEED_LAG -> {
        List<UpdatesJson.Event> known =
            events.stream().takeWhile(event -> !young(event.createdAt(), order)).toList();
        yield known.size() == events.size()
            ? page
            : new UpdatesJson(known, cursor(request, known), false);
      }
      case FEED_DUPLICATE ->
          new UpdatesJson(
              events.stream()
                  .<UpdatesJson.Event>mapMulti(
                      (event, out) -> {
                        out.accept(event);
                        out.accept(event);
                      })
                  .toList(),
              page.nextCursor(),
              page.hasMore());
      case FEED_REORDER ->
          new UpdatesJson(new ArrayList<>(events).reversed(), page.nextCursor(), page.hasMore());
      default -> page;
    };
  }

  private static String cursor(HttpRequest<?> request, List<UpdatesJson.Event> shown) {
    return shown.isEmpty()
        ? request.getParameters().get("cursor", String.class).orElse("0")
        : shown.getLast().id();
  }

  private boolean young(@Nullable Moment moment, Fault.Order order) {
    return moment != null && world.now().isBefore(moment.at().plusMillis(order.delayMs()));
  }
}
