package dev.tenure.sandbox.opentrain.faults;

import static java.util.Objects.requireNonNull;

import dev.tenure.sandbox.faults.Fault;
import dev.tenure.sandbox.opentrain.json.ErrorJson;
import dev.tenure.sandbox.opentrain.json.Moment;
import dev.tenure.sandbox.opentrain.json.contract.ApprovalJson;
import dev.tenure.sandbox.opentrain.json.contract.ContractJson;
import dev.tenure.sandbox.opentrain.json.event.UpdatesJson;
import dev.tenure.sandbox.opentrain.json.job.ConversationJson;
import dev.tenure.sandbox.opentrain.json.job.JobJson;
import dev.tenure.sandbox.opentrain.json.job.MessageJson;
import dev.tenure.sandbox.opentrain.json.job.ProposalJson;
import dev.tenure.sandbox.opentrain.json.money.CreditsJson;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.world.World;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Parts of the marketplace that do not know yet what others know: the feed behind the truth, a
 * contract that cannot be read yet, an approval that still reads as pending.
 */
@Singleton
class StaleAnswers {
  private final World world;

  StaleAnswers(World world) {
    this.world = world;
  }

  void confuse(Fault.Order order, HttpRequest<?> request, MutableHttpResponse<?> response) {
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

  /** Such a page names as the next one the cursor that it was asked for with. */
  private static void repeat(HttpRequest<?> request, MutableHttpResponse<?> response, Object body) {
    switch (body) {
      case CreditsJson.Ledger(List<CreditsJson.Entry> entries, String next) ->
          response.body(
              new CreditsJson.Ledger(
                  entries, again(request, next, ids(entries, CreditsJson.Entry::id))));
      case ProposalJson.Page(List<ProposalJson> proposals, String next) ->
          response.body(
              new ProposalJson.Page(
                  proposals, again(request, next, ids(proposals, ProposalJson::id))));
      case JobJson.Page(List<JobJson> jobs, String next) ->
          response.body(new JobJson.Page(jobs, again(request, next, ids(jobs, JobJson::id))));
      case ConversationJson.Page(List<ConversationJson> threads, String next) ->
          response.body(
              new ConversationJson.Page(
                  threads, again(request, next, ids(threads, ConversationJson::id))));
      case MessageJson.Page(List<MessageJson> messages, String next) ->
          response.body(
              new MessageJson.Page(messages, again(request, next, ids(messages, MessageJson::id))));
      default -> {
        // This answer has no pages.
      }
    }
  }

  private static <T> List<String> ids(List<T> items, Function<T, String> id) {
    return items.stream().map(id).toList();
  }

  /** The cursor of the request; without one that of the page, or of its last item. */
  private static @Nullable String again(
      HttpRequest<?> request, @Nullable String next, List<String> ids) {
    return cursor(request, next != null || ids.isEmpty() ? next : ids.getLast());
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

  private boolean young(@Nullable Moment moment, Fault.Order order) {
    return moment != null && world.now().isBefore(moment.at().plusMillis(order.delayMs()));
  }
}
