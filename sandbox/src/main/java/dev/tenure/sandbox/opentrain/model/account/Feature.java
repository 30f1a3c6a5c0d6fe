package dev.tenure.sandbox.opentrain.model.account;

import java.util.List;

/** The feature flags of an account. */
public final class Feature {
  public static final String DRAFTING = "public_api_job_drafting";
  public static final String PUBLISHING = "public_api_job_publishing";
  public static final String HIRING = "public_api_hiring";
  public static final String MESSAGING = "public_api_messaging_writes";
  public static final String TEAM = "public_api_team";
  public static final String PAYMENTS = "public_api_payments_write";
  public static final String CREDITS = "public_api_credits";
  public static final String WEBHOOKS = "public_api_webhooks";
  public static final List<String> ALL =
      List.of(DRAFTING, PUBLISHING, HIRING, MESSAGING, TEAM, PAYMENTS, CREDITS, WEBHOOKS);

  private Feature() {}
}
