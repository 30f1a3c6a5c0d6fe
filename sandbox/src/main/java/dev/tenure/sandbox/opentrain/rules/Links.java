package dev.tenure.sandbox.opentrain.rules;

import dev.tenure.sandbox.http.Origin;
import jakarta.inject.Singleton;

/** The addresses that people open; the paths of billing and claim pages are assumed. */
@Singleton
public class Links {
  private final Origin origin;

  Links(Origin origin) {
    this.origin = origin;
  }

  public String approval(String id) {
    return origin() + "/approvals/" + id;
  }

  public String billing() {
    return origin() + "/settings/billing";
  }

  public String checkout(String topUpId) {
    return origin() + "/checkout/" + topUpId;
  }

  public String claim() {
    return origin() + "/claim";
  }

  public String origin() {
    return origin.url();
  }
}
