package dev.tenure.sandbox.faults;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElseGet;

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
import io.netty.channel.Channel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
    FaultOrder order = fault.order();
    return switch (fault.kind()) {
      case REFUSE -> {
        cut(request);
        yield HttpResponse.serverError();
      }
      case STATUS ->
          status(order).body(format.error(requireNonNull(order.status()), "A fault on purpose."));
      case DELAY -> {
        TimeUnit.MILLISECONDS.sleep(fault.delayMs());
        yield null;
      }
      case REDIRECT ->
          status(order)
              .header(
                  HttpHeaders.LOCATION,
                  requireNonNullElseGet(
                      order.location(), () -> origin.url() + "/moved" + request.getUri()));
      case RATE_LIMIT -> rateLimited(format, Long.toString(Math.max(1, fault.delayMs() / 1_000)));
      case RATE_LIMIT_DATE ->
          rateLimited(format, httpDate(clock.wall().plusMillis(fault.delayMs())));
      case REVOKE_TOKEN, WITHDRAW_SCOPES -> {
        marketplaces.forEach(one -> one.withdraw(fault, request));
        yield null;
      }
      case BARE_STATUS ->
          status(order)
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
      switch (fault.kind()) {
        case DROP_ANSWER -> cut(request);
        case HOLD_ANSWER -> {
          fault.holding();
          released(fault, request).join();
        }
        case FEED_LAG, FEED_DUPLICATE, FEED_REORDER, CONTRACT_LATE, APPROVAL_LATE ->
            marketplaces.forEach(one -> one.confuse(fault, request, response));
        default -> spoil(fault, request, response);
      }
    }
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  private static MutableHttpResponse<Object> status(FaultOrder order) {
    return HttpResponse.status(requireNonNull(order.status()), "Fault on purpose");
  }

  private static Channel channel(HttpRequest<?> request) {
    return ((NettyHttpRequest<?>) request).getChannelHandlerContext().channel();
  }

  private static void cut(HttpRequest<?> request) {
    channel(request).close().syncUninterruptibly();
  }

  /** Done when the fault is lifted, or when nobody waits for the answer any more. */
  private static CompletableFuture<?> released(Fault fault, HttpRequest<?> request) {
    CompletableFuture<@Nullable Void> gone = new CompletableFuture<>();
    channel(request).closeFuture().addListener(closed -> gone.complete(null));
    return CompletableFuture.anyOf(fault.lifted(), gone);
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
  private void spoil(Fault fault, HttpRequest<?> request, MutableHttpResponse<?> response) {
    Object body = response.body();
    if (body == null) {
      return;
    }
    SpoiledBody spoiled =
        new SpoiledBody(new String(print(body), StandardCharsets.UTF_8), fault.order());
    switch (fault.kind()) {
      case STALL -> response.body(spoiled.stalled(released(fault, request)));
      case GZIP -> response.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(spoiled.compressed());
      case EXTRA_FIELDS -> response.body(print(spoiled.extraFields()));
      case UNKNOWN_STATUS -> response.body(print(spoiled.unknownStatus()));
      case REPEAT_PAGE ->
          response.body(print(spoiled.repeated(request.getParameters().get("cursor"))));
      case SUBSTITUTE -> substitute(fault, spoiled, request, response);
      default -> response.body(spoiled.rewritten(fault.kind()));
    }
    response.contentType(MediaType.APPLICATION_JSON_TYPE);
  }

  private void substitute(
      Fault fault, SpoiledBody spoiled, HttpRequest<?> request, MutableHttpResponse<?> response) {
    try {
      response.body(spoiled.substituted());
    } catch (SpoiledBody.OutOfBounds e) {
      String words = "The pattern of the fault " + fault.id() + " " + e.getMessage() + ".";
      response
          .status(HttpStatus.INTERNAL_SERVER_ERROR)
          .body(ErrorFormat.at(formats, request.getPath()).error(500, words));
    }
  }

  private byte[] print(Object body) {
    try {
      return body instanceof byte[] bytes ? bytes : json.writeValueAsBytes(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
