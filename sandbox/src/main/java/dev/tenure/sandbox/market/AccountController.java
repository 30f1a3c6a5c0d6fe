package dev.tenure.sandbox.market;

import dev.tenure.sandbox.http.ApiPath;
import dev.tenure.sandbox.wire.CapabilitiesJson;
import dev.tenure.sandbox.wire.MeJson;
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
  private final Desk desk;

  AccountController(Desk desk) {
    this.desk = desk;
  }

  /** Who calls. */
  @Get("/auth/me")
  @Gated(Gate.ME)
  HttpResponse<MeJson> me(HttpRequest<?> request) {
    return desk.ok(request, MeJson::of);
  }

  /** What the account may do. */
  @Get("/job-drafts/capabilities")
  @Gated(Gate.CAPABILITIES)
  HttpResponse<CapabilitiesJson> capabilities(HttpRequest<?> request) {
    return desk.ok(request, caller -> CapabilitiesJson.of(caller.account()));
  }
}
