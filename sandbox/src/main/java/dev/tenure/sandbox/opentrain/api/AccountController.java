package dev.tenure.sandbox.opentrain.api;

import dev.tenure.sandbox.opentrain.http.ApiPath;
import dev.tenure.sandbox.opentrain.json.account.CapabilitiesJson;
import dev.tenure.sandbox.opentrain.json.account.MeJson;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Who calls, and what the account may do. */
@Controller(ApiPath.V1)
@ExecuteOn(TaskExecutors.BLOCKING)
class AccountController {
  private final ApiCalls calls;

  AccountController(ApiCalls calls) {
    this.calls = calls;
  }

  /** Who calls. */
  @Get("/auth/me")
  @Gated(Gate.ME)
  HttpResponse<MeJson> me(HttpRequest<?> request) {
    return calls.ok(request, MeJson::of);
  }

  /** What the account may do. */
  @Get("/job-drafts/capabilities")
  @Gated(Gate.CAPABILITIES)
  HttpResponse<CapabilitiesJson> capabilities(HttpRequest<?> request) {
    return calls.ok(request, caller -> CapabilitiesJson.of(caller.account()));
  }
}
