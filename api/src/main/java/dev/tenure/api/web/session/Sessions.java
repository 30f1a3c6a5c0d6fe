package dev.tenure.api.web.session;

import dev.tenure.api.access.ApiKeys;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who signed in with an API key. The cookie carries no key: only until when it holds, sealed with
 * the key. So it needs no store, serves every front of the same keys, and ends with its key.
 */
@Singleton
public final class Sessions {

  public static final String COOKIE = "tenure_session";

  private static final Duration LASTS = Duration.ofHours(12);

  private final ApiKeys keys;

  public Sessions(ApiKeys keys) {
    this.keys = keys;
  }

  public boolean needed() {
    return keys.needed();
  }

  /** The cookie of a new session, if the key is one of ours. */
  public Optional<Cookie> open(HttpRequest<?> request, String key) {
    if (!keys.accept(key)) {
      return Optional.empty();
    }
    long until = Instant.now().plus(LASTS).getEpochSecond();
    return Optional.of(cookie(request, until + "." + seal(key, until)).maxAge(LASTS));
  }

  /** The cookie that ends a session. */
  public Cookie closed(HttpRequest<?> request) {
    return cookie(request, "").maxAge(0);
  }

  /** The session that a request carries, if it still holds. */
  public Optional<String> of(HttpRequest<?> request) {
    return request.getCookies().findCookie(COOKIE).map(Cookie::getValue).filter(this::holds);
  }

  private boolean holds(String session) {
    int dot = session.indexOf('.');
    if (dot < 1 || !session.substring(0, dot).matches("\\d{1,12}")) {
      return false;
    }
    long until = Long.parseLong(session.substring(0, dot));
    boolean sealed = false;
    for (String key : keys.all()) {
      sealed |= Hmac.same(seal(key, until), session.substring(dot + 1));
    }
    return sealed && Instant.now().getEpochSecond() < until;
  }

  private static String seal(String key, long until) {
    return Hmac.seal(key, "session " + until);
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
