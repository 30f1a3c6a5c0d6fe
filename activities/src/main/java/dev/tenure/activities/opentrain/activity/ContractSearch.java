package dev.tenure.activities.opentrain.activity;

import dev.tenure.activities.marketplace.MarketplaceException.Unavailable;
import dev.tenure.activities.marketplace.Times;
import dev.tenure.activities.opentrain.client.OpenTrainClient;
import dev.tenure.activities.opentrain.client.Refused;
import dev.tenure.activities.opentrain.client.json.Contract;
import dev.tenure.activities.opentrain.client.json.Proposal;
import dev.tenure.lifecycle.opentrain.marketplace.ContractReading;
import dev.tenure.workflows.opentrain.ProposalRef;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the contract that was made of a proposal. */
final class ContractSearch {

  private static final Comparator<Contract> BY_AGE =
      Comparator.comparing(contract -> Times.instant(contract.createdAt()).orElse(Instant.EPOCH));

  private final OpenTrainClient api;

  ContractSearch(OpenTrainClient api) {
    this.api = api;
  }

  ContractReading find(ProposalRef ref) throws Refused, Unavailable {
    @Nullable String jobId = ref.jobId();
    if (jobId == null) {
      Proposal proposal = api.proposal(ref.proposalId());
      Proposal.@Nullable ContractLink link = proposal.contract();
      if (link != null && link.id() != null) {
        return new ContractReading.Seen(api.contract(link.id()));
      }
      jobId = proposal.jobId();
    }
    return newest(ref.proposalId(), jobId);
  }

  private ContractReading newest(String proposalId, @Nullable String jobId)
      throws Refused, Unavailable {
    Optional<Contract> newest =
        api.contracts(jobId).stream()
            .filter(contract -> proposalId.equals(contract.proposalId()))
            .max(BY_AGE);
    return newest.isPresent()
        ? new ContractReading.Seen(api.read(newest.get()))
        : new ContractReading.NotFound();
  }
}
