package dev.tenure.activities.opentrain.activity;

import dev.tenure.activities.marketplace.MarketplaceException.Unavailable;
import dev.tenure.activities.opentrain.client.OpenTrainClient;
import dev.tenure.activities.opentrain.client.Refused;
import dev.tenure.activities.opentrain.client.Verdict;
import dev.tenure.activities.opentrain.client.json.OfferBody;
import dev.tenure.activities.opentrain.client.json.OfferBody.Bid;
import dev.tenure.activities.opentrain.client.json.OfferBody.Offer;
import dev.tenure.workflows.accounts.ProposalFacts;
import dev.tenure.workflows.accounts.ProposalFacts.Sight;
import org.jspecify.annotations.Nullable;

/** Looks whether a proposal can be hired. */
final class OfferReader {

  private final OpenTrainClient api;

  OfferReader(OpenTrainClient api) {
    this.api = api;
  }

  ProposalFacts read(String proposalId) {
    try {
      OfferBody body = api.offer(proposalId);
      return body.proposal() == null
          ? ProposalFacts.unseen(proposalId, Sight.UNREADABLE, "answered without a proposal")
          : facts(proposalId, body.proposal());
    } catch (Refused e) {
      return refused(proposalId, e);
    } catch (Unavailable e) {
      return ProposalFacts.unseen(proposalId, Sight.UNREADABLE, e.getMessage());
    }
  }

  private static ProposalFacts facts(String proposalId, Offer offer) {
    @Nullable Bid bid = offer.bid();
    return new ProposalFacts(
        proposalId,
        Sight.SEEN,
        offer.status() == null ? null : offer.status().raw(),
        offer.contract() == null ? null : offer.contract().id(),
        bid == null ? null : bid.amountUsd(),
        bid == null ? null : bid.unit(),
        null);
  }

  /** A proposal on another account's job is forbidden, with no scope named as missing. */
  private static ProposalFacts refused(String proposalId, Refused e) {
    boolean scope =
        e.error().details() != null && e.error().details().get("requiredScopes") != null;
    boolean foreign = e.status() == 403 && e.error().code() != null && !scope;
    Sight sight =
        e.verdict() instanceof Verdict.Missing
            ? Sight.NOT_FOUND
            : foreign ? Sight.NOT_OURS : Sight.UNREADABLE;
    return ProposalFacts.unseen(proposalId, sight, e.getMessage());
  }
}
