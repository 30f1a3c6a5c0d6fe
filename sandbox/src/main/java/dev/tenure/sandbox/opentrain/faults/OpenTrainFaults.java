package dev.tenure.sandbox.opentrain.faults;

import static java.util.Objects.requireNonNull;

import dev.tenure.sandbox.faults.Fault;
import dev.tenure.sandbox.faults.MarketplaceFaults;
import dev.tenure.sandbox.opentrain.json.ApprovalJson;
import dev.tenure.sandbox.opentrain.json.ContractJson;
import dev.tenure.sandbox.opentrain.json.ErrorJson;
import dev.tenure.sandbox.opentrain.json.UpdatesJson;
import dev.tenure.sandbox.opentrain.model.account.AccessToken;
import dev.tenure.sandbox.opentrain.model.account.Scope;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.rules.account.Registrations;
import dev.tenure.sandbox.opentrain.world.World;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What OpenTrain can do wrong: its tokens, and parts of it that do not know yet what others know:
 * the feed behind the truth, a contract that cannot be read yet, an approval that still reads as
 * pending.
 */
@Singleton
record OpenTrainFaults(World world, Registrations registrations, ObjectMapper json)
    implements MarketplaceFaults {

  @Override
  public List<String> scopes() {
    return Scope.ALL;
  }

  /** Takes from the calling token its life, or some of its scopes. */
  @Override
  public void withdraw(Fault.Order order, HttpRequest<?> request) {
    String header = request.getHeaders().get("Authorization");
    String secret = header == null ? "" : header.substring(header.indexOf(' ') + 1).strip();
    world.run(
        () -> {
          AccessToken token = world.tokens.find(secret);
          if (order.kind() == Fault.Kind.REVOKE_TOKEN) {
            registrations.revoke(secret);
          } else if (token != null) {
            List<String> left =
                token.scopes().stream().filter(scope -> !order.scopes().contains(scope)).toList();
            world.tokens.put(secret, token.scoped(left));
          }
        });
  }

  @Override
  public void confuse(Fault.Order order, HttpRequest<?> request, MutableHttpResponse<?> response) {
    switch (response.body()) {
      case UpdatesJson page -> response.body(feed(order, request, page));
      case Object page when order.kind() == Fault.Kind.REPEAT_PAGE ->
          repeat(request, response, page);
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

  /**
   * Such a page names as the next one the cursor that it was asked for with; without one that of
   * the page, or of its last item.
   */
  private void repeat(HttpRequest<?> request, MutableHttpResponse<?> response, Object body) {
    try {
      JsonNode page = json.writeValueToTree(body);
      JsonNode next = page.get("nextCursor");
      if (next != null) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        page.entries().forEach(field -> fields.put(field.getKey(), field.getValue()));
        String cursor = cursor(request, next.isNull() ? lastId(page) : next.getStringValue());
        fields.put(
            "nextCursor", cursor == null ? JsonNode.nullNode() : JsonNode.createStringNode(cursor));
        response.body(JsonNode.createObjectNode(fields));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable String lastId(JsonNode page) {
    String last = null;
    for (JsonNode items : page.values()) {
      if (items.isArray() && items.size() > 0) {
        last =
            requireNonNull(requireNonNull(items.get(items.size() - 1)).get("id")).getStringValue();
      }
    }
    return last;
  }

  private static @Nullable String cursor(HttpRequest<?> request, @Nullable String otherwise) {
    String asked = request.getParameters().get("cursor");
    return asked == null || asked.isEmpty() ? otherwise : asked;
  }

  private UpdatesJson feed(Fault.Order order, HttpRequest<?> request, UpdatesJson page) {
    List<UpdatesJson.Event> events = page.events();
    return switch (order.kind()) {
      case FEED_LAG -> {
        List<UpdatesJson.Event> known =
            events.stream().takeWhile(event -> !young(event.createdAt(), order)).toList();
        yield known.size() == events.size()
            ? page
            : new UpdatesJson(
                known,
                known.isEmpty() ? requireNonNull(cursor(request, "0")) : known.getLast().id(),
                false);
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
      case REPEAT_PAGE ->
          new UpdatesJson(events, requireNonNull(cursor(request, page.nextCursor())), true);
      case FEED_REORDER ->
          new UpdatesJson(new ArrayList<>(events).reversed(), page.nextCursor(), page.hasMore());
      default -> page;
    };
  }

  private boolean young(@Nullable Instant moment, Fault.Order order) {
    return moment != null && world.now().isBefore(moment.plusMillis(order.delayMs()));
  }
}
