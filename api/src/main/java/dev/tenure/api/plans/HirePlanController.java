package dev.tenure.api.plans;

import dev.tenure.api.access.Scope;
import dev.tenure.api.accounts.AccountLookup;
import dev.tenure.api.hires.request.HireRequest;
import dev.tenure.api.hires.request.PlanReader;
import dev.tenure.model.plan.HirePlan;
import dev.tenure.workflows.accounts.AccountQuestion;
import dev.tenure.workflows.accounts.AccountReading;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what a hire would cost and need; makes none. */
@Controller("/v1/hire-plans")
@Tag(name = "Hires")
@Secured(Scope.Name.HIRES_READ)
record HirePlanController(
    PlanReader plans, AccountLookup lookup, Preflight preflight, OpenContractPlanner openContract) {

  /**
   * Plans a hire.
   *
   * @param body the hire, as for making it
   * @return The plan
   */
  @Post(consumes = MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "planHire",
      summary = "Price a hire and check whether it could begin",
      description =
          "Takes the body that makes a hire, and starts nothing: no Idempotency-Key is needed, nor"
              + " looked at. The price is answered always;"
              + " checks that need a worker are unknown when none answers within five seconds.")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = HireRequest.class)))
  HttpResponse<HirePlanJson> plan(@Body byte @Nullable [] body) {
    HirePlan plan = plans.read(body).plan();
    if (plan.openContract() != null) {
      return HttpResponse.ok(
          openContract.plan(plan, lookup.at(new AccountQuestion(plan.account(), null))));
    }
    Optional<AccountReading> seen =
        lookup.at(new AccountQuestion(plan.account(), plan.proposalId()));
    ProposalRate rate =
        seen.isPresent() ? ProposalRate.of(seen.get().proposal()) : ProposalRate.UNTOLD;
    Price price = new Price(plan, rate);
    return HttpResponse.ok(HirePlanMapper.of(price, preflight.check(price, seen)));
  }
}
