package dev.tenure.api.hires.request;

import dev.tenure.model.HirePlan;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Reads the plan in a body of the shape that makes a hire, for those who make none. */
@Singleton
public final class PlanRequests {

  private final ServedAccounts accounts;

  PlanRequests(ServedAccounts accounts) {
    this.accounts = accounts;
  }

  /**
   * Reads a plan.
   *
   * @throws dev.tenure.api.problem.ProblemException with every violation at once
   */
  public HirePlan read(byte @Nullable [] body) {
    return PlanReader.read(BodyReader.read(body, HireRequest.class), accounts.names());
  }
}
