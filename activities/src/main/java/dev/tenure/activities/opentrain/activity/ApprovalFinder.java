package dev.tenure.activities.opentrain.activity;

import dev.tenure.activities.ShutdownSignal;
import dev.tenure.activities.marketplace.Allowance;
import dev.tenure.activities.marketplace.MarketplaceException.Unavailable;
import dev.tenure.activities.opentrain.client.OpenTrainClient;
import dev.tenure.activities.opentrain.client.Refused;
import dev.tenure.activities.opentrain.client.Verdict;
import dev.tenure.lifecycle.opentrain.marketplace.ApprovalSnapshot;
import dev.tenure.workflows.opentrain.ApprovalSearch;
import dev.tenure.workflows.opentrain.ApprovalsFound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the approvals that events have named and no hire knows, since OpenTrain lists none. What an
 * approval is for never changes: those that are for something else are remembered, so that a search
 * that was too long for one attempt goes on where it was.
 */
final class ApprovalFinder {

  /** Below the minute of an attempt. */
  private static final Duration LONGEST = Duration.ofSeconds(40);

  private static final int REMEMBERED = 2_000;

  private final OpenTrainClient api;
  private final NamedApprovals named;
  private final Allowance allowance;
  private final ShutdownSignal shutdown;
  private final Map<String, ApprovalSnapshot> seen = new LinkedHashMap<>();

  ApprovalFinder(
      OpenTrainClient api, NamedApprovals named, Allowance allowance, ShutdownSignal shutdown) {
    this.api = api;
    this.named = named;
    this.allowance = allowance;
    this.shutdown = shutdown;
  }

  ApprovalsFound find(ApprovalSearch search) throws Refused, Unavailable {
    long end = System.nanoTime() + LONGEST.toNanos();
    List<ApprovalSnapshot> found = new ArrayList<>();
    boolean reading = false;
    for (String id : named.since(search.since())) {
      if (!isForOther(id, search)) {
        if (reading) {
          awaitTurn(end);
        }
        reading = true;
        read(id).filter(approval -> isFor(approval, search)).ifPresent(found::add);
      }
    }
    return new ApprovalsFound(found);
  }

  private void awaitTurn(long end) throws Unavailable {
    Duration left = Duration.ofNanos(end - System.nanoTime());
    if (!allowance.awaitSpare(left, shutdown)) {
      throw Unavailable.notMade(
          "there are more approvals to look at than one attempt may read; the next one goes on",
          null);
    }
  }

  /** Empty for one that this token may not see: it is not ours. */
  private Optional<ApprovalSnapshot> read(String id) throws Refused, Unavailable {
    try {
      ApprovalSnapshot approval = api.approval(id);
      remember(approval);
      return Optional.of(approval);
    } catch (Refused refused) {
      if (refused.verdict() instanceof Verdict.Missing) {
        return Optional.empty();
      }
      throw refused;
    }
  }

  private synchronized void remember(ApprovalSnapshot approval) {
    seen.put(approval.id(), approval);
    if (seen.size() > REMEMBERED) {
      seen.remove(seen.keySet().iterator().next());
    }
  }

  private synchronized boolean isForOther(String id, ApprovalSearch search) {
    ApprovalSnapshot known = seen.get(id);
    return known != null && !isFor(known, search);
  }

  private static boolean isFor(ApprovalSnapshot approval, ApprovalSearch search) {
    @Nullable String target =
        switch (search.kind()) {
          case PROPOSAL_HIRE -> approval.proposalId();
          case MILESTONE_FUND, MILESTONE_APPROVE -> approval.milestoneId();
          case CONTRACT_END -> approval.contractId();
          // No approval of OpenTrain is of this kind.
          case MILESTONE_DISPUTE -> null;
        };
    return approval.type().equals(search.kind().wire()) && search.target().equals(target);
  }
}
