package dev.tenure.sandbox.faults;

import static java.util.Objects.requireNonNull;

import dev.tenure.sandbox.clock.MarketClock;
import dev.tenure.sandbox.http.ErrorFormat;
import dev.tenure.sandbox.http.Origin;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Stands between the network and the API of each marketplace and does the harm that was ordered.
 */
@ServerFilter("/**")
record FaultFilter(
    Faults faults,
    ObjectMapper json,
    List<MarketplaceFaults> marketplaces,
    MarketClock clock,
    Origin origin,
    List<ErrorFormat> formats)
    implements Ordered {
  private static final String STRUCK_BY = "sandbox.fault";

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  @Nullable HttpResponse<?> before(HttpRequest<?> request) throws InterruptedException {
    ErrorFormat format = ErrorFormat.at(formats, request.getPath());
    String path = format.callPath(request.getPath());
    Fault fault = path == null ? null : faults.striking(request.getMethodName(), path);
    if (fault == null) {
      return null;
    }
    Fault.Order order = fault.order();
    return switch (order.kind()) {
      case REFUSE -> {
        cut(request);
        yield HttpResponse.serverError();
      }
      case STATUS ->
          HttpResponse.status(order.status(), "Fault on purpose")
              .body(format.error(order.status(), "A fault on purpose."));
      case DELAY -> {
        TimeUnit.MILLISECONDS.sleep(order.delayMs());
        yield null;
      }
      case REDIRECT ->
          HttpResponse.status(order.status(), "Fault on purpose")
              .header(
                  HttpHeaders.LOCATION,
                  order.location() == null
                      ? origin.url() + "/moved" + request.getUri()
                      : order.location());
      case RATE_LIMIT -> rateLimited(format, Long.toString(Math.max(1, order.delayMs() / 1_000)));
      case RATE_LIMIT_DATE ->
          rateLimited(format, httpDate(clock.wall().plusMillis(order.delayMs())));
      case REVOKE_TOKEN, WITHDRAW_SCOPES -> {
        marketplaces.forEach(one -> one.withdraw(order, request));
        yield null;
      }
      case BARE_STATUS ->
          HttpResponse.status(order.status(), "Fault on purpose")
              .contentType(MediaType.TEXT_HTML_TYPE)
              .body("<html><body>Bad gateway</body></html>");
      default -> {
        // The others harm the answer after the request was carried out.
        request.setAttribute(STRUCK_BY, fault);
        yield null;
      }
    };
  }

  @ResponseFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void after(HttpRequest<?> request, MutableHttpResponse<?> response) {
    Fault fault = request.getAttribute(STRUCK_BY, Fault.class).orElse(null);
    if (fault != null) {
      switch (fault.order().kind()) {
        case DROP_ANSWER -> cut(request);
        case HOLD_ANSWER -> {
          fault.holding();
          fault.lifted().join();
        }
        case FEED_LAG, FEED_DUPLICATE, FEED_REORDER, REPEAT_PAGE, CONTRACT_LATE, APPROVAL_LATE ->
            marketplaces.forEach(one -> one.confuse(fault.order(), request, response));
        default -> spoil(fault, response);
      }
    }
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  private static void cut(HttpRequest<?> request) {
    if (request instanceof NettyHttpRequest<?> netty) {
      netty.getChannelHandlerContext().channel().close().syncUninterruptibly();
    }
  }

  private static String httpDate(Instant instant) {
    // The format has whole seconds: rounded up, so that nobody comes back too early.
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        instant.plusMillis(999).truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
  }

  private static HttpResponse<?> rateLimited(ErrorFormat format, String retryAfter) {
    return HttpResponse.status(HttpStatus.TOO_MANY_REQUESTS)
        .header("Retry-After", retryAfter)
        .body(format.error(HttpStatus.TOO_MANY_REQUESTS.getCode(), "Too many requests."));
  }

  /** Spoils an answer's body after the request was carried out. */
  private void spoil(Fault fault, MutableHttpResponse<?> response) {
    Object body = response.body();
    if (body == null) {
      return;
    }
    Fault.Order order = fault.order();
    byte[] whole = print(body);
    switch (order.kind()) {
      case STALL ->
          response
              .contentType(MediaType.APPLICATION_JSON_TYPE)
              .body(new StalledBody(whole, fault.lifted()));
      case GZIP ->
          response
              .contentType(MediaType.APPLICATION_JSON_TYPE)
              .header(HttpHeaders.CONTENT_ENCODING, "gzip")
              .body(compressed(whole));
      default -> rewrite(order, response, new String(whole, StandardCharsets.UTF_8));
    }
  }

  private static void rewrite(Fault.Order order, MutableHttpResponse<?> response, String text) {
    String spoiled =
        switch (order.kind()) {
          case TRUNCATE -> text.substring(0, text.length() / 2);
          case NOT_JSON -> "<html><body>Something went wrong</body></html>";
          // Inside a JSON text every quote is escaped, so this finds objects only.
          case EXTRA_FIELDS -> text.replace("{\"", "{\"unheardOf\":[1,{}],\"");
          case UNKNOWN_STATUS ->
              text.replaceAll("\"status\":\"[^\"]*\"", "\"status\":\"SOMETHING_NEW\"");
          case OVERSIZED -> " ".repeat(Math.max(0, order.bytes() - text.length())) + text;
          case SUBSTITUTE ->
              text.replaceAll(requireNonNull(order.pattern()), requireNonNull(order.replacement()));
          default -> text;
        };
    response
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .body(spoiled.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] compressed(byte[] whole) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(whole);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private byte[] print(Object body) {
    try {
      return json.writeValueAsBytes(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A body of which the first half comes at once, and the second when the fault is lifted. */
  private static final class StalledBody extends InputStream {
    private final ByteArrayInputStream first;
    private final ByteArrayInputStream second;
    private final CompletableFuture<@Nullable Void> lifted;

    StalledBody(byte[] whole, CompletableFuture<@Nullable Void> lifted) {
      int half = whole.length / 2;
      this.first = new ByteArrayInputStream(whole, 0, half);
      this.second = new ByteArrayInputStream(whole, half, whole.length - half);
      this.lifted = lifted;
    }

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      int read = first.read(into, offset, length);
      if (read >= 0) {
        return read;
      }
      lifted.join();
      return second.read(into, offset, length);
    }
  }
}
