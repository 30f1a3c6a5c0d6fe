package dev.tenure.activities.marketplace;

import dev.tenure.activities.http.BaseUrl;
import dev.tenure.activities.http.HttpAnswer;
import dev.tenure.activities.http.HttpCall;
import dev.tenure.activities.http.HttpExchange;
import dev.tenure.activities.http.HttpLimits;
import dev.tenure.activities.http.NoAnswerException;
import java.util.HashMap;
import java.util.Map;

/**
 * A {@link Transport} over HTTP with an account's token.
 *
 * @param limits of each call
 */
public record HttpTransport(HttpExchange http, BaseUrl base, String token, HttpLimits limits)
    implements Transport {

  @Override
  public HttpAnswer send(Call call) throws NoAnswerException, InterruptedException {
    Map<String, String> headers = new HashMap<>();
    headers.put("Authorization", "Bearer " + token);
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
