package dev.tenure.sandbox.opentrain.faults;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.tenure.sandbox.faults.Fault;
import dev.tenure.sandbox.faults.MarketplaceFaults;
import dev.tenure.sandbox.http.Texts;
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
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What OpenTrain can do wrong: its tokens, and parts of it that do not know yet what others know:
 * the feed behind the truth, a contract that cannot be read yet, an approval that still reads as
 * pending.
 */
@Singleton
record OpenTrainFaults(World world, Registrations registrations) implements MarketplaceFaults {

  @Override
  public List<String> scopes() {
    return Scope.ALL;
  }

  /** Takes from the calling token its life, or some of its scopes. */
  @Override
  public void withdraw(Fault fault, HttpRequest<?> request) {
    String header = request.getHeaders().get("Authorization");
    String secret = header == null ? "" : header.substring(header.indexOf(' ') + 1).strip();
    world.run(
        () -> {
          AccessToken token = world.tokens.find(secret);
          if (fault.kind() == Fault.Kind.REVOKE_TOKEN) {
            registrations.revoke(secret);
          } else if (token != null) {
            List<String> left =
                token.scopes().stream()
                    .filter(scope -> !requireNonNull(fault.order().scopes()).contains(scope))
                    .toList();
            world.tokens.put(secret, token.scoped(left));
          }
        });
  }

  @Override
  public void confuse(Fault fault, HttpRequest<?> request, MutableHttpResponse<?> response) {
    switch (response.body()) {
      case UpdatesJson page -> response.body(feed(fault, request, page));
      case ContractJson.One one
          when fault.kind() == Fault.Kind.CONTRACT_LATE
              && young(one.contract().createdAt(), fault) ->
          response
              .status(HttpStatus.NOT_FOUND)
              .body(ErrorJson.of(Refusal.missing("contracts", "contractId", one.contract().id())));
      case ContractJson.All all when fault.kind() == Fault.Kind.CONTRACT_LATE ->
          response.body(
              new ContractJson.All(
                  all.contracts().stream()
                      .filter(contract -> !young(contract.createdAt(), fault))
                      .toList()));
      case ApprovalJson.One one
          when fault.kind() == Fault.Kind.APPROVAL_LATE
              && young(one.approval().resolvedAt(), fault) ->
          response.body(new ApprovalJson.One(one.approval().stillPending()));
      case null, default -> {
        // Nothing in this answer can be late.
      }
    }
  }

  private UpdatesJson feed(Fault fault, HttpRequest<?> request, UpdatesJson page) {
    List<UpdatesJson.Event> events = page.events();
    return switch (fault.kind()) {
      case FEED_LAG -> {
        List<UpdatesJson.Event> known =
            events.stream().takeWhile(event -> !young(event.createdAt(), fault)).toList();
        yield known.size() == events.size()
            ? page
            : new UpdatesJson(
                known,
                known.isEmpty()
                    ? requireNonNullElse(Texts.given(request.getParameters().get("cursor")), "0")
                    : known.getLast().id(),
                false);
      }
      case FEED_DUPLICATE ->
          new UpdatesJson(
              events.stream().flatMap(event -> Stream.of(event, event)).toList(),
              page.nextCursor(),
              page.hasMore());
      case FEED_REORDER -> new UpdatesJson(events.reversed(), page.nextCursor(), page.hasMore());
      default -> page;
    };
  }

  private boolean young(@Nullable Instant moment, Fault fault) {
    return moment != null && world.now().isBefore(moment.plusMillis(fault.delayMs()));
  }
}
