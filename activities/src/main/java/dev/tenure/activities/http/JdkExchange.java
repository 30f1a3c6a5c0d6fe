package dev.tenure.activities.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An {@link Exchange} over the JDK's own client, with a bearer token and a bounded body. */
public final class JdkExchange implements Exchange, AutoCloseable {

  /** Bounds of one call. */
  public record Limits(Duration connect, Duration request, long bodyBytes) {

    /** Connect 2 s, whole call 30 s, body 8 MiB. */
    public static final Limits DEFAULT =
        new Limits(Duration.ofSeconds(2), Duration.ofSeconds(30), 8L << 20);

    /** For a list without pages: body 64 MiB, which is more than 10,000 contracts. */
    public static final Limits LONG_LIST =
        new Limits(Duration.ofSeconds(2), Duration.ofSeconds(30), 64L << 20);
  }

  private final BaseUrl base;
  private final String token;
  private final Limits limits;
  private final HttpClient client;

  public JdkExchange(BaseUrl base, String token, Limits limits) {
    this.base = base;
    this.token = token;
    this.limits = limits;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(limits.connect())
            .build();
  }

  @Override
  public Answer send(Call call) throws NoAnswerException, InterruptedException {
    // The client's own timeout ends with the headers; a body that stalls would be awaited for ever.
    CompletableFuture<HttpResponse<String>> sent =
        client.sendAsync(
            request(call),
            BodyHandlers.limiting(
                BodyHandlers.ofString(StandardCharsets.UTF_8), limits.bodyBytes()));
    try {
      HttpResponse<String> response = sent.get(limits.request().toNanos(), TimeUnit.NANOSECONDS);
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Retry-After").orElse(null),
          response.body());
    } catch (ExecutionException e) {
      throw noAnswer(call, e.getCause() instanceof IOException io ? io : new IOException(e));
    } catch (TimeoutException e) {
      sent.cancel(true);
      throw noAnswer(call, new IOException("no whole answer within " + limits.request(), e));
    } catch (InterruptedException e) {
      sent.cancel(true);
      throw e;
    }
  }

  private HttpRequest request(Call call) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(call.path()))
            .timeout(limits.request())
            .header("Authorization", "Bearer " + token)
            .header("Accept", "application/json");
    if (call.body() == null) {
      return request.method(call.method(), BodyPublishers.noBody()).build();
    }
    return request
        .header("Content-Type", "application/json")
        .method(call.method(), BodyPublishers.ofString(call.body()))
        .build();
  }

  private NoAnswerException noAnswer(Call call, IOException e) {
    String what = call.method() + " " + base.origin() + base.path() + call.path();
    return new NoAnswerException(what + ": " + describe(e), e, !neverLeft(e));
  }

  private static String describe(IOException e) {
    String message = e.getMessage();
    return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
  }

  /** Without a connection nothing was sent; after that, nothing is certain. */
  private static boolean neverLeft(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || cause instanceof UnknownHostException
          || cause instanceof UnresolvedAddressException) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
