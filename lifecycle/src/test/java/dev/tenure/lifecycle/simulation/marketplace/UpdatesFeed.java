package dev.tenure.lifecycle.simulation.marketplace;

import dev.tenure.lifecycle.call.Notification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The account's events, to which others are only ever added. Left out are those that concern no
 * hire under way: {@code proposal.received} and {@code message.received}. Neither a trainer's
 * request for payout nor the end of a contract is an event.
 */
final class UpdatesFeed {
  private static final int LARGEST_PAGE = 200;
  private static final String PROPOSALS = "proposal.";

  private final AccountSettings account;
  private final List<MarketplaceEvent> events = new ArrayList<>();

  UpdatesFeed(AccountSettings account) {
    this.account = account;
  }

  List<MarketplaceEvent> all() {
    return Collections.unmodifiableList(events);
  }

  /** The events after that one which the token may see; others are left out silently. */
  UpdatesPage page(long after, int limit) {
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw Refusal.field("limit");
    }
    if (after < 0) {
      throw Refusal.field("cursor");
    }
    boolean proposals = account.grants(TokenScope.PROPOSALS_READ);
    boolean payments = account.grants(TokenScope.PAYMENTS_READ);
    List<MarketplaceEvent> page = new ArrayList<>();
    // The id of an event is its place.
    for (int at = (int) Math.min(after, events.size()); at < events.size(); at++) {
      MarketplaceEvent event = events.get(at);
      if (event.notification().type().startsWith(PROPOSALS) ? proposals : payments) {
        if (page.size() == limit) {
          return new UpdatesPage(page, page.getLast().id(), true);
        }
        page.add(event);
      }
    }
    return new UpdatesPage(page, page.isEmpty() ? after : page.getLast().id(), false);
  }

  void approvalFinal(SimulatedApproval approval, Instant now) {
    add(now, "approval.confirmed", approval.id(), null, null, null, approval.status().wire());
  }

  void proposalChanged(SimulatedProposal proposal, Instant now) {
    add(now, "proposal.status_changed", null, null, null, proposal.id(), proposal.status());
  }

  void contractCreated(SimulatedContract contract, Instant now) {
    add(now, "contract.created", null, null, contract.id(), contract.proposal().id(), null);
  }

  void milestoneChanged(SimulatedMilestone milestone, Instant now) {
    add(
        now,
        "milestone.status_changed",
        null,
        milestone.id(),
        milestone.contract().id(),
        null,
        milestone.status().name());
  }

  /** Assumed: the bill of a funding whose charge failed waits for action. */
  void paymentPending(SimulatedMilestone milestone, Instant now) {
    add(now, "payment.pending", null, milestone.id(), milestone.contract().id(), null, null);
  }

  void budgetChanged(SimulatedContract contract, Instant now) {
    add(
        now,
        "contract.budget_state_changed",
        null,
        null,
        contract.id(),
        null,
        contract.budgetState());
  }

  private void add(
      Instant now,
      String type,
      @Nullable String approvalId,
      @Nullable String milestoneId,
      @Nullable String contractId,
      @Nullable String proposalId,
      @Nullable String status) {
    events.add(
        new MarketplaceEvent(
            events.size() + 1L,
            now,
            new Notification(type, approvalId, milestoneId, contractId, proposalId, status)));
  }
}
