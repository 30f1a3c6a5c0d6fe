package dev.tenure.sandbox.market;

import dev.tenure.sandbox.wire.CapabilitiesJson;
import dev.tenure.sandbox.wire.MeJson;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Who calls, and what the account may do. */
@Controller(Desk.API)
@ExecuteOn(TaskExecutors.BLOCKING)
class AccountController {
  private final Desk desk;

  AccountController(Desk desk) {
    this.desk = desk;
  }

  @Get("/auth/me")
  HttpResponse<Object> me(HttpRequest<?> request) {
    return desk.serve(request, Gate.ME, caller -> Answer.ok(MeJson.of(caller)));
  }

  @Get("/job-drafts/capabilities")
  HttpResponse<Object> capabilities(HttpRequest<?> request) {
    return desk.serve(
        request, Gate.CAPABILITIES, caller -> Answer.ok(CapabilitiesJson.of(caller.account())));
  }
}
