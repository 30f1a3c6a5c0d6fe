package dev.tenure.sandbox.market;

import dev.tenure.sandbox.rules.Asked;
import dev.tenure.sandbox.rules.Links;
import dev.tenure.sandbox.wire.ApprovalJson;
import dev.tenure.sandbox.world.Approval;
import jakarta.inject.Singleton;

/** The one answer to every request that a person has to confirm. */
@Singleton
public class Requests {
  private final Links links;

  Requests(Links links) {
    this.links = links;
  }

  /** 202, for the first request and for its repetitions alike. */
  Answer accepted(Asked asked) {
    return new Answer(
        202, json(asked.approval()).requested(), asked.approval().id(), asked.repeated());
  }

  public ApprovalJson json(Approval approval) {
    return ApprovalJson.of(approval, links.approval(approval.id()));
  }
}
