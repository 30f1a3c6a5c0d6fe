package dev.tenure.sandbox.opentrain.http;

import dev.tenure.sandbox.opentrain.json.ErrorJson;
import dev.tenure.sandbox.opentrain.json.account.AgentAuthJson;
import dev.tenure.sandbox.opentrain.rules.OAuthRefusal;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Map;

/** Whatever a request was refused for is told in the envelope, with the field named. */
@Controller
@Hidden
class ErrorRoutes {

  @Error(global = true)
  HttpResponse<?> refused(HttpRequest<?> request, Refusal refusal) {
    if (request.getPath().startsWith(ApiPath.AGENT)) {
      return HttpResponse.badRequest(new AgentAuthJson.Problem("invalid_request", refusal.words()));
    }
    Refusal told =
        request.getAttribute(IssueList.ATTRIBUTE).isPresent() ? inIssues(refusal) : refusal;
    return HttpResponse.status(HttpStatus.valueOf(told.code().status())).body(ErrorJson.of(told));
  }

  @Error(global = true)
  HttpResponse<?> refused(OAuthRefusal refusal) {
    return HttpResponse.badRequest(
        new AgentAuthJson.Problem(refusal.error(), String.valueOf(refusal.getMessage())));
  }

  @Error(global = true)
  HttpResponse<?> invalid(HttpRequest<?> request, ConstraintViolationException e) {
    return refused(request, InvalidValue.refusal(e.getConstraintViolations()));
  }

  @Error(global = true)
  HttpResponse<?> unreadable(HttpRequest<?> request, ConversionErrorException e) {
    Argument<?> argument = e.getArgument();
    return refused(
        request,
        Refusal.field(
            argument.getName(),
            Number.class.isAssignableFrom(argument.getType())
                ? "must be a whole number"
                : "is not valid"));
  }

  @Error(global = true)
  HttpResponse<?> missing(HttpRequest<?> request, UnsatisfiedRouteException e) {
    return refused(
        request,
        e.getArgument().isAnnotationPresent(Body.class)
            ? Refusal.malformed("A JSON body is required.")
            : Refusal.field(e.getArgument().getName(), "is required"));
  }

  private static Refusal inIssues(Refusal refusal) {
    Object field = refusal.details().get("field");
    return refusal.code() != Refusal.Code.BAD_REQUEST || field == null
        ? refusal
        : Refusal.bad(
            refusal.words(),
            Map.of("issues", List.of(Map.of("path", List.of(field), "message", refusal.words()))));
  }
}
