package dev.tenure.sandbox.opentrain.rules.event;

import dev.tenure.sandbox.opentrain.model.contract.Approval;
import dev.tenure.sandbox.opentrain.model.contract.Budget;
import dev.tenure.sandbox.opentrain.model.contract.Contract;
import dev.tenure.sandbox.opentrain.model.contract.Milestone;
import dev.tenure.sandbox.opentrain.model.event.FeedEvent;
import dev.tenure.sandbox.opentrain.model.job.Conversation;
import dev.tenure.sandbox.opentrain.model.job.Message;
import dev.tenure.sandbox.opentrain.model.job.Proposal;
import dev.tenure.sandbox.opentrain.model.money.Money;
import dev.tenure.sandbox.opentrain.rules.Caller;
import dev.tenure.sandbox.opentrain.world.World;
import dev.tenure.sandbox.store.Slice;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is told in the updates feed: one numbered history, to which events are only added. Each
 * account and token sees its own part of it.
 */
@Singleton
public class Feed {
  /** The documented event types, by their names, with the scope that shows them. */
  public static final SortedMap<String, String> SCOPES =
      Collections.unmodifiableSortedMap(
          new TreeMap<>(
              Map.of(
                  "proposal.received", "proposals:read",
                  "proposal.status_changed", "proposals:read",
                  "message.received", "messages:read",
                  "contract.created", "payments:read",
                  "milestone.status_changed", "payments:read",
                  "payment.pending", "payments:read",
                  "approval.confirmed", "payments:read",
                  "contract.budget_state_changed", "payments:read")));

  private final World world;
  private final Webhooks webhooks;

  Feed(World world, Webhooks webhooks) {
    this.world = world;
    this.webhooks = webhooks;
  }

  public void approvalFinal(Approval approval) {
    emit(
        approval.accountId(),
        "approval.confirmed",
        approval.id(),
        approval.jobId(),
        data("approvalId", approval.id(), "status", approval.status().word()));
  }

  public void proposalReceived(Proposal proposal) {
    emit(
        proposal.accountId(),
        "proposal.received",
        proposal.id(),
        proposal.jobId(),
        data("proposalId", proposal.id(), "jobId", proposal.jobId()));
  }

  public void proposalChanged(Proposal proposal) {
    emit(
        proposal.accountId(),
        "proposal.status_changed",
        proposal.id(),
        proposal.jobId(),
        data("proposalId", proposal.id(), "status", proposal.status().name()));
  }

  public void contractCreated(Contract contract) {
    emit(
        contract.accountId(),
        "contract.created",
        contract.id(),
        contract.jobId(),
        data(
            "contractId", contract.id(),
            "jobId", contract.jobId(),
            "proposalId", contract.proposalId()));
  }

  public void milestoneChanged(Contract contract, Milestone milestone) {
    emit(
        contract.accountId(),
        "milestone.status_changed",
        milestone.id(),
        contract.jobId(),
        data(
            "milestoneId", milestone.id(),
            "contractId", contract.id(),
            "status", milestone.status().name()));
  }

  /** A bill waits for somebody to act on it. */
  public void paymentPending(String invoiceId, Contract contract, Milestone milestone) {
    emit(
        contract.accountId(),
        "payment.pending",
        invoiceId,
        contract.jobId(),
        data(
            "invoiceId", invoiceId,
            "milestoneId", milestone.id(),
            "contractId", contract.id()));
  }

  /** Tells it where a change has brought the budget into another state. */
  public void budgetChanged(Contract before, Contract contract) {
    Budget.State previous = Budget.of(before).state();
    Budget budget = Budget.of(contract);
    if (budget.state() == previous) {
      return;
    }
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("contractId", contract.id());
    data.put("previousState", previous.name());
    data.put("state", budget.state().name());
    data.put("paymentType", contract.paymentType().name());
    data.put("fundedVolume", Money.plain(budget.fundedVolume()));
    data.put("consumedVolume", Money.plain(budget.consumedVolume()));
    data.put("remainingVolume", Money.plain(budget.remainingVolume()));
    data.put("consumedFraction", Money.plain(budget.consumedFraction()));
    emit(
        contract.accountId(),
        "contract.budget_state_changed",
        contract.id(),
        contract.jobId(),
        data);
  }

  public void messageReceived(Conversation conversation, Message message) {
    emit(
        conversation.accountId(),
        "message.received",
        conversation.id(),
        conversation.jobId(),
        data("conversationId", conversation.id(), "messageId", message.id()));
  }

  void emit(
      String accountId, String type, String resourceId, String jobId, Map<String, Object> data) {
    FeedEvent event =
        world.feed.append(
            id -> new FeedEvent(id, accountId, type, world.now(), resourceId, jobId, data));
    world.newestEvent.put(accountId, event.id());
    webhooks.due(event);
  }

  /** A page of the feed; hasMore when another event was seen behind it. */
  public record Page(List<FeedEvent> events, String nextCursor, boolean hasMore) {}

  /**
   * The events after the cursor that the caller may see, oldest first.
   *
   * @param cursor null from the beginning of the account's history
   */
  public Page page(Caller caller, @Nullable Long cursor, int limit) {
    long from = cursor == null ? 0 : cursor;
    // Without this an account where nothing happens would read everybody's news at every poll.
    Long newest = world.newestEvent.find(caller.account().id());
    Slice<FeedEvent> seen =
        Slice.of(newest != null && newest <= from ? Stream.empty() : visible(caller, from), limit);
    List<FeedEvent> events = seen.items();
    long last = events.isEmpty() ? from : events.getLast().id();
    return new Page(events, Long.toString(last), seen.more());
  }

  private Stream<FeedEvent> visible(Caller caller, long cursor) {
    return world
        .feed
        .after(cursor)
        .filter(event -> caller.owns(event.accountId()))
        .filter(event -> caller.token().grants(SCOPES.getOrDefault(event.type(), "")));
  }

  private static Map<String, Object> data(String... pairs) {
    Map<String, Object> data = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      data.put(pairs[i], pairs[i + 1]);
    }
    return data;
  }
}
