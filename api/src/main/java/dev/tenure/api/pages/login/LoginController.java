package dev.tenure.api.pages.login;

import dev.tenure.api.access.ApiKeySecret;
import dev.tenure.api.access.ApiKeys;
import dev.tenure.api.access.ApiKeys.Credential;
import dev.tenure.api.access.AuditNotes;
import dev.tenure.api.access.Audited;
import dev.tenure.api.access.ClientAddress;
import dev.tenure.api.pages.form.Forms;
import dev.tenure.api.pages.session.LoginThrottle;
import dev.tenure.api.pages.session.Sessions;
import dev.tenure.api.pages.shared.Links;
import dev.tenure.api.pages.shared.Pages;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where people sign in with an API key, as long as there are any. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_ANONYMOUS)
record LoginController(
    Sessions sessions,
    Forms forms,
    Pages pages,
    LoginThrottle throttle,
    ApiKeys keys,
    ClientAddress addresses) {

  /**
   * The form to sign in.
   *
   * @param next where to go afterwards
   * @param error why the last key was not taken
   */
  record LoginPage(String next, @Nullable String error) {}

  @Get("/login")
  HttpResponse<?> ask(HttpRequest<?> request, @QueryValue @Nullable String next) {
    URI after = Links.within(next);
    return sessions.needed() && sessions.of(request).isEmpty()
        ? page(request, HttpStatus.OK, after, null)
        : HttpResponse.seeOther(after);
  }

  @Audited("sign_in")
  @Post("/login")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> open(HttpRequest<Map<String, String>> request) {
    Map<String, String> form = forms.read(request);
    URI after = Links.within(form.get("next"));
    String typed = form.getOrDefault("apiKey", "").strip();
    // Only a key that is there counts by itself: else every guess could name another one.
    Optional<String> named =
        new ApiKeySecret(typed).keyId().filter(id -> keys.byId(id).isPresent());
    String source = LoginThrottle.source(addresses.of(request), named);
    Optional<Duration> wait = throttle.begin(source);
    if (wait.isPresent()) {
      return tooMany(request, after, wait.get().toSeconds() + 1);
    }
    Optional<Credential> key = keys.bySecret(typed);
    if (key.isEmpty()) {
      AuditNotes.CODE.note(request, "unauthorized");
      return page(request, HttpStatus.UNAUTHORIZED, after, "This API key is not known here.");
    }
    throttle.right(source);
    request.setUserPrincipal(key.get().principal().inSession());
    return HttpResponse.seeOther(after).cookie(sessions.open(request, key.get()));
  }

  private HttpResponse<?> tooMany(HttpRequest<?> request, URI after, long seconds) {
    String error =
        "Too many wrong keys were tried from your address. Try again in "
            + seconds
            + (seconds == 1 ? " second." : " seconds.");
    return page(request, HttpStatus.TOO_MANY_REQUESTS, after, error)
        .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
  }

  @Secured(SecurityRule.IS_AUTHENTICATED)
  @Audited("sign_out")
  @Post("/logout")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> close(HttpRequest<Map<String, String>> request) {
    forms.read(request);
    return HttpResponse.seeOther(URI.create("/login")).cookie(sessions.closed(request));
  }

  private MutableHttpResponse<?> page(
      HttpRequest<?> request, HttpStatus status, URI next, @Nullable String error) {
    return pages.show(request, status, "login", "Sign in", new LoginPage(next.toString(), error));
  }
}
