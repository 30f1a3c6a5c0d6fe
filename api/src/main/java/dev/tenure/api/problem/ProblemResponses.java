package dev.tenure.api.problem;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import jakarta.inject.Singleton;
import java.net.URISyntaxException;
import java.util.Optional;

/** Turns every error of the HTTP server itself into a problem. */
@Singleton
@Replaces(ErrorResponseProcessor.class)
public final class ProblemResponses implements ErrorResponseProcessor<Problem> {

  private static final MediaType MEDIA_TYPE = MediaType.of(Problem.MEDIA_TYPE);

  @Override
  public MutableHttpResponse<Problem> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    if (context.getRootCause().orElse(null) instanceof URISyntaxException e) {
      return response.body(malformed(e)).contentType(MEDIA_TYPE);
    }
    Optional<HttpStatus> unread = unread(context.getRequest());
    HttpStatus status = unread.orElse(HttpStatus.valueOf(response.code()));
    Problem problem = describe(status, context.getRequest());
    return response
        .status(status)
        .body(unread.isPresent() ? problem : problem.at(context.getRequest().getPath()))
        .contentType(MEDIA_TYPE);
  }

  /** The address could not be read, and so cannot be repeated. */
  private static Problem malformed(URISyntaxException e) {
    return problem(
        HttpStatus.BAD_REQUEST,
        "malformed_request",
        "The address cannot be read: "
            + e.getReason()
            + ". Percent-encode what is no plain character, % itself as %25.");
  }

  /**
   * What was wrong before there was a body; the server calls too long a head too large an entity.
   */
  private static Optional<HttpStatus> unread(HttpRequest<?> request) {
    Throwable cause =
        request instanceof NettyHttpRequest<?> netty
            ? netty.getNativeRequest().decoderResult().cause()
            : null;
    return switch (cause) {
      case TooLongHttpLineException e -> Optional.of(HttpStatus.REQUEST_URI_TOO_LONG);
      case TooLongHttpHeaderException e -> Optional.of(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE);
      case null -> Optional.empty();
      default -> Optional.of(HttpStatus.BAD_REQUEST);
    };
  }

  /** What the server found before any of our code ran, in words. */
  private static Problem describe(HttpStatus status, HttpRequest<?> request) {
    String what = request.getMethodName() + " " + request.getPath();
    return switch (status) {
      case BAD_REQUEST ->
          problem(
              status,
              "malformed_request",
              "The request cannot be read. Send a JSON object as its body, with Content-Type:"
                  + " application/json; see /openapi.yaml.");
      case NOT_FOUND ->
          problem(status, "not_found", "There is nothing at " + what + ". See /openapi.yaml.");
      case METHOD_NOT_ALLOWED ->
          problem(
              status,
              "method_not_allowed",
              what + " is not offered; the Allow header says what is.");
      case REQUEST_ENTITY_TOO_LARGE ->
          problem(status, "too_large", "The body is above 256 KiB. Send less.");
      case REQUEST_URI_TOO_LONG ->
          problem(
              status,
              "address_too_long",
              "The address is above 64 KiB. Ask for less at once, e.g. with fewer labels.");
      case REQUEST_HEADER_FIELDS_TOO_LARGE ->
          problem(status, "headers_too_large", "The headers are above 16 KiB. Send less.");
      case UNSUPPORTED_MEDIA_TYPE ->
          problem(
              status,
              "unsupported_media_type",
              "Send JSON, plain or compressed with gzip, with Content-Type: application/json.");
      default ->
          status.getCode() < 500
              ? problem(status, "refused", status.getReason() + ". See /openapi.yaml.")
              : problem(status, "internal", "Something went wrong here. Ask again later.");
    };
  }

  private static Problem problem(HttpStatus status, String code, String detail) {
    return Problem.of(status, code, status.getReason(), detail);
  }

  /** The answer that ends a request with a problem. */
  public static HttpResponse<Problem> answer(HttpRequest<?> request, ProblemException e) {
    Problem problem = e.problem();
    MutableHttpResponse<Problem> response =
        HttpResponse.<Problem>status(HttpStatus.valueOf(problem.status()))
            .body(problem.at(request.getPath()))
            .contentType(MEDIA_TYPE);
    if (e.retryAfterSeconds() != null) {
      response.header(HttpHeaders.RETRY_AFTER, e.retryAfterSeconds().toString());
    }
    if (problem.status() == HttpStatus.UNAUTHORIZED.getCode()) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    if (problem.requiredScope() != null) {
      // As RFC 6750 tells it.
      response.header(
          HttpHeaders.WWW_AUTHENTICATE,
          "Bearer error=\"insufficient_scope\", scope=\"" + problem.requiredScope() + "\"");
    }
    return response;
  }
}
