package dev.tenure.activities.marketplace;

import dev.tenure.activities.http.BaseUrl;
import dev.tenure.activities.http.HttpAnswer;
import dev.tenure.activities.http.HttpCall;
import dev.tenure.activities.http.HttpExchange;
import dev.tenure.activities.http.HttpLimits;
import dev.tenure.activities.http.NoAnswerException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Transport} over HTTP.
 *
 * @param token of the account; absent where each call brings its own
 * @param limits of each call
 */
public record HttpTransport(
    HttpExchange http, BaseUrl base, @Nullable String token, HttpLimits limits)
    implements Transport {

  @Override
  public HttpAnswer send(Call call) throws NoAnswerException, InterruptedException {
    Map<String, String> headers = new HashMap<>(call.headers());
    if (token != null) {
      headers.put("Authorization", "Bearer " + token);
    }
    headers.put("Accept", "application/json");
    if (call.body() != null) {
      headers.put("Content-Type", "application/json");
    }
    return http.send(
        new HttpCall(call.method(), base.resolve(call.path()), headers, call.body()), limits);
  }

  /** Without the token: this may end up in a log. */
  @Override
  public String toString() {
    return "HTTP to " + base.origin();
  }
}
