package dev.tenure.model.plan;

/** The choices that a requester makes once for the whole hire. */
public record Policies(
    RefusalPolicy onDeclined,
    RefusalPolicy onExpired,
    ReleaseRule release,
    EndRule end,
    EditedTerms onEditedTerms) {

  /** What holds where the request says nothing. */
  public static final Policies DEFAULT =
      new Policies(
          new RefusalPolicy(0, Then.HOLD),
          new RefusalPolicy(2, Then.HOLD),
          ReleaseRule.ON_DELIVERY,
          EndRule.WHEN_ALL_PAID,
          EditedTerms.ACCEPT_WITHIN_BUDGET);
}
