package dev.tenure.activities.http;

import io.micronaut.core.io.buffer.ByteArrayBufferFactory;
import io.micronaut.http.ByteBodyHttpResponse;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.RawHttpClient;
import io.micronaut.http.client.netty.DefaultHttpClient;
import io.netty.channel.Channel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * One HTTP/1.1 exchange on Micronaut's client: one request, its whole answer, one deadline for
 * both. It never repeats and never follows a redirect; a status of any kind is an answer, not an
 * error.
 *
 * <p>A write goes over a connection of its own. On one that was kept open and that the other side
 * closes at the same moment, nobody could tell whether the request was read.
 */
public final class HttpExchange implements AutoCloseable {

  /** The {@code User-Agent} of every request, with the version of the build. */
  public static final String USER_AGENT = "Tenure/" + ProductVersion.read();

  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** Below the five seconds after which common servers close a connection that rests. */
  private static final Duration KEPT_OPEN = Duration.ofSeconds(3);

  private static final int THREADS = 2;

  /** Where Micronaut notes the connection that it gave to a request. */
  private static final String CONNECTION = "netty_channel";

  private static final ByteBodyFactory BODIES =
      ByteBodyFactory.createDefault(ByteArrayBufferFactory.INSTANCE);

  private final RawHttpClient reads;
  private final RawHttpClient writes;

  public HttpExchange(HttpSettings settings) {
    this.reads = client(settings, true);
    this.writes = client(settings, false);
  }

  private static RawHttpClient client(HttpSettings settings, boolean keptOpen) {
    DefaultHttpClientConfiguration configuration = new DefaultHttpClientConfiguration();
    configuration.setFollowRedirects(false);
    configuration.setConnectTimeout(CONNECT);
    configuration.setConnectionPoolIdleTimeout(KEPT_OPEN);
    configuration.getConnectionPoolConfiguration().setEnabled(keptOpen);
    configuration.setMaxContentLength(Integer.MAX_VALUE);
    configuration.setNumOfThreads(THREADS);
    configuration.setAlpnModes(List.of("http/1.1"));
    settings.proxies().applyTo(configuration);
    var client = DefaultHttpClient.builder().configuration(configuration);
    settings.trust().ifPresent(client::nettyClientSslBuilder);
    return client.build();
  }

  /**
   * Sends a call and waits for its whole answer.
   *
   * @throws NoAnswerException without a whole answer: no connection, a cut, the deadline, too long
   *     a body. Its words name neither address nor token
   * @throws InterruptedException when the waiting thread is interrupted; the call may have arrived
   */
  public HttpAnswer send(HttpCall call, HttpLimits limits)
      throws NoAnswerException, InterruptedException {
    MutableHttpRequest<?> request = request(call);
    CompletableFuture<HttpAnswer> answer =
        Mono.<HttpResponse<?>>from(
                (call.writes() ? writes : reads).exchange(request, body(call), null))
            .flatMap(response -> whole(response, limits.bodyBytes()))
            .toFuture();
    boolean whole = false;
    try {
      HttpAnswer came = answer.get(limits.deadline().toNanos(), TimeUnit.NANOSECONDS);
      whole = true;
      return came;
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new NoAnswerException(describe(cause), cause, connected(request) || !beforeIt(cause));
    } catch (TimeoutException e) {
      throw new NoAnswerException("no whole answer within " + limits.deadline(), e, true);
    } finally {
      if (!whole) {
        answer.cancel(true);
        hangUp(request);
      }
    }
  }

  private static MutableHttpRequest<?> request(HttpCall call) {
    MutableHttpRequest<?> request =
        HttpRequest.create(HttpMethod.valueOf(call.method()), call.address().toString());
    call.headers().forEach(request::header);
    request.header("User-Agent", USER_AGENT).header("Accept-Encoding", "gzip");
    return request;
  }

  private static @Nullable CloseableByteBody body(HttpCall call) {
    @Nullable String text = call.body();
    return text == null ? null : BODIES.adapt(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Mono<HttpAnswer> whole(HttpResponse<?> response, int most) {
    if (!(response instanceof ByteBodyHttpResponse<?> raw)) {
      return Mono.error(new IllegalStateException("Micronaut gave an answer without its bytes"));
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    raw.getHeaders().names().forEach(name -> headers.put(name, raw.getHeaders().get(name)));
    return Flux.from(raw.byteBody().toByteArrayPublisher())
        .reduceWith(ByteArrayOutputStream::new, (sum, piece) -> add(sum, piece, most))
        .map(sum -> HttpAnswer.of(raw.code(), headers, sum.toByteArray()))
        .doFinally(end -> raw.close());
  }

  private static ByteArrayOutputStream add(ByteArrayOutputStream sum, byte[] piece, int most) {
    if (piece.length > most - sum.size()) {
      throw new UncheckedIOException(
          new IOException("the answer is longer than " + most + " bytes"));
    }
    sum.writeBytes(piece);
    return sum;
  }

  /** Whether the request was given a connection, and may therefore have left. */
  private static boolean connected(MutableHttpRequest<?> request) {
    return request.getAttribute(CONNECTION).isPresent();
  }

  /** Else a body that comes byte by byte would be read on, with nobody to take it. */
  private static void hangUp(MutableHttpRequest<?> request) {
    request
        .getAttribute(CONNECTION, Channel.class)
        .ifPresent(
            channel -> {
              var _ = channel.close();
            });
  }

  /** Whether it failed while the connection was made: name, connect, proxy, TLS. */
  private static boolean beforeIt(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || cause instanceof UnknownHostException
          || cause instanceof UnresolvedAddressException
          || cause instanceof SSLException
          || cause instanceof ClosedChannelException) {
        return true;
      }
    }
    return false;
  }

  private static String describe(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    @Nullable String message = root.getMessage();
    return message == null || message.isBlank() ? root.getClass().getSimpleName() : message;
  }

  @Override
  public void close() throws IOException {
    reads.close();
    writes.close();
  }
}
