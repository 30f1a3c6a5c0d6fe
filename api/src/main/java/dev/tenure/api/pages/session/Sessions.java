package dev.tenure.api.pages.session;

import dev.tenure.api.access.ApiKeys;
import dev.tenure.api.access.ApiKeys.Credential;
import dev.tenure.api.access.Principal;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who signed in with an API key. The cookie carries no key: only its id and until when the session
 * holds, sealed with what only the front knows of the key. So it needs no store, serves every front
 * that has the key, and ends with it.
 */
@Singleton
public final class Sessions {

  public static final String COOKIE = "tenure_session";

  private static final Duration LASTS = Duration.ofHours(12);
  private static final Pattern FORM = Pattern.compile("(\\d{1,12})\\.([0-9a-f]{64})\\.(.{1,100})");
  private static final String ATTRIBUTE = "tenure.session";

  private final ApiKeys keys;

  public Sessions(ApiKeys keys) {
    this.keys = keys;
  }

  /**
   * A session that holds.
   *
   * @param value of its cookie
   */
  public record Session(String value, Principal principal) {}

  public boolean needed() {
    return keys.needed();
  }

  /** The cookie of a new session. */
  public Cookie open(HttpRequest<?> request, Credential key) {
    String id = String.valueOf(key.principal().keyId());
    long until = Instant.now().plus(LASTS).getEpochSecond();
    return cookie(request, until + "." + seal(key, id, until) + "." + id).maxAge(LASTS);
  }

  /** The cookie that ends a session. */
  public Cookie closed(HttpRequest<?> request) {
    return cookie(request, "").maxAge(0);
  }

  /**
   * Looks for the session that a request carries, and remembers it with the request.
   *
   * @throws dev.tenure.journal.store.JournalUnavailable when its key is in the journal, and that
   *     does not answer
   */
  Optional<Session> find(HttpRequest<?> request) {
    Optional<Session> found =
        request.getCookies().findCookie(COOKIE).map(Cookie::getValue).flatMap(this::read);
    found.ifPresent(session -> request.setAttribute(ATTRIBUTE, session));
    return found;
  }

  /** The session that was found with a request before it came to its page. */
  public Optional<Session> of(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE, Session.class);
  }

  private Optional<Session> read(String value) {
    Matcher parts = FORM.matcher(value);
    if (!parts.matches()) {
      return Optional.empty();
    }
    long until = Long.parseLong(parts.group(1));
    String id = parts.group(3);
    return Instant.now().getEpochSecond() < until
        ? keys.byId(id)
            .filter(key -> Hmac.same(seal(key, id, until), parts.group(2)))
            .map(key -> new Session(value, key.principal().inSession()))
        : Optional.empty();
  }

  private static String seal(Credential key, String id, long until) {
    return Hmac.seal(key.seal(), "session " + id + " " + until);
  }

  private static Cookie cookie(HttpRequest<?> request, String value) {
    return Cookie.of(COOKIE, value)
        .path("/")
        .httpOnly()
        .sameSite(SameSite.Strict)
        .secure(
            request.isSecure()
                || "https".equalsIgnoreCase(request.getHeaders().get("X-Forwarded-Proto")));
  }
}
