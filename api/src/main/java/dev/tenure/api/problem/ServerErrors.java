package dev.tenure.api.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;

/** The words for errors that the HTTP server finds before any of our code runs. */
final class ServerErrors {

  private ServerErrors() {}

  static Problem describe(HttpStatus status, HttpRequest<?> request) {
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
      case NOT_ACCEPTABLE ->
          problem(status, "not_acceptable", "The answer is application/json; accept that.");
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
              status, "unsupported_media_type", "Send JSON, with Content-Type: application/json.");
      default ->
          status.getCode() < 500
              ? problem(status, "refused", status.getReason() + ". See /openapi.yaml.")
              : problem(status, "internal", "Something went wrong here. Ask again later.");
    };
  }

  private static Problem problem(HttpStatus status, String code, String detail) {
    return Problem.of(status, code, status.getReason(), detail);
  }
}
