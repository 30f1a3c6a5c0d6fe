package dev.tenure.api.access;

import dev.tenure.api.links.Paths;
import dev.tenure.api.problem.Problem;
import dev.tenure.api.problem.ProblemException;
import dev.tenure.api.problem.ProblemResponses;
import dev.tenure.api.problem.Problems;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.stream.Collectors;

/**
 * Answers what the security rules reject: who is known is told the scope that is missing; of the
 * others, programs are asked for a key, and people are sent to the page to sign in.
 */
@Factory
final class AuthorizationHandler {

  @Singleton
  @Replaces(DefaultAuthorizationExceptionHandler.class)
  ExceptionHandler<AuthorizationException, HttpResponse<?>> authorization() {
    return AuthorizationHandler::answer;
  }

  private static HttpResponse<?> answer(HttpRequest<?> request, AuthorizationException e) {
    if (e.getAuthentication() instanceof Principal principal) {
      return ProblemResponses.answer(
          request, new ProblemException(insufficient(principal, needed(request))));
    }
    return Paths.isApi(request.getPath())
        ? ProblemResponses.answer(
            request,
            Problems.unauthorized("Send your key as Authorization: Bearer ... or X-Api-Key: ..."))
        : HttpResponse.seeOther(login(request));
  }

  /** The scope that the operation names. One that names none is closed to everybody. */
  private static String needed(HttpRequest<?> request) {
    return RouteAttributes.getRouteMatch(request)
        .flatMap(match -> match.getAnnotationMetadata().stringValue(Secured.class))
        .orElse(Scope.Name.ADMIN);
  }

  private static Problem insufficient(Principal principal, String needed) {
    String has =
        principal.scopes().stream()
            .sorted(Comparator.naturalOrder())
            .map(Scope::wire)
            .collect(Collectors.joining(", "));
    return Problem.of(
            HttpStatus.FORBIDDEN,
            "insufficient_scope",
            "The key may not do this",
            "This needs the scope %s; the key %s has %s. Use a key that has it."
                .formatted(needed, principal.name(), has.isEmpty() ? "none" : has))
        .needing(needed);
  }

  private static URI login(HttpRequest<?> request) {
    String next = request.getMethod() == HttpMethod.GET ? request.getUri().toString() : "/";
    return URI.create("/login?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
  }
}
