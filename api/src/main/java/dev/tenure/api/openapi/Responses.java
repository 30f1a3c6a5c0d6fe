package dev.tenure.api.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.api.problem.Problem;
import io.micronaut.core.naming.NameUtils;
import io.micronaut.http.HttpHeaders;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The problems that operations answer with, as named responses of the document. */
enum Responses {
  MALFORMED("400", "It cannot be read: see errors"),
  UNAUTHORIZED("401", "An API key is needed"),
  FORBIDDEN(
      "403",
      "The key lacks the scope: see requiredScope; or another host's name, or a page of another"
          + " origin"),
  NOT_FOUND("404", "There is none of that id"),
  NOT_ACCEPTABLE("406", "What Accept asks for is not offered"),
  CONFLICT("409", "The state forbids it: see allowedActions, or differences"),
  CHANGED("412", "The hire is not as If-Match says"),
  TOO_LARGE("413", "The body is above 256 KiB"),
  ADDRESS_TOO_LONG("414", "The address is above 64 KiB"),
  UNSUPPORTED("415", "The body is not sent as JSON"),
  INVALID("422", "Rules are broken: see errors; or the key stands for another request"),
  TOO_MANY("429", "The key sends too much, or has too many streams open"),
  HEADERS_TOO_LARGE("431", "The headers are above 16 KiB"),
  UNFORESEEN("500", "Unforeseen: the log tells more"),
  UNAVAILABLE("503", "Not available now; ask again");

  private final String status;
  private final String words;

  Responses(String status, String words) {
    this.status = status;
    this.words = words;
  }

  private ObjectNode response() {
    ObjectNode response = JsonNodeFactory.instance.objectNode().put("description", words);
    switch (this) {
      case UNAUTHORIZED -> header(response, HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      case FORBIDDEN ->
          header(
              response,
              HttpHeaders.WWW_AUTHENTICATE,
              "Bearer with the scope that is needed, where the key lacks it");
      case TOO_MANY, UNAVAILABLE ->
          header(response, HttpHeaders.RETRY_AFTER, "Seconds to wait")
              .withObject("/schema")
              .put("type", "integer");
      default -> {}
    }
    response
        .withObject("/content")
        .putObject(Problem.MEDIA_TYPE)
        .putObject("schema")
        .put("$ref", "#/components/schemas/Problem");
    return response;
  }

  /** Describes a header of an answer: a text. */
  static ObjectNode header(ObjectNode response, String name, String words) {
    ObjectNode header = response.withObject("/headers").putObject(name).put("description", words);
    header.putObject("schema").put("type", "string");
    return header;
  }

  private String component() {
    return NameUtils.camelCase(name().toLowerCase(Locale.ROOT), false);
  }

  /** All of them under their names. */
  static Map<String, ObjectNode> all() {
    Map<String, ObjectNode> all = new LinkedHashMap<>();
    for (Responses one : values()) {
      all.put(one.component(), one.response());
    }
    return all;
  }

  /** The name of the one with a status. */
  static String name(String status) {
    return Arrays.stream(values())
        .filter(one -> one.status.equals(status))
        .map(Responses::component)
        .findFirst()
        .orElseThrow();
  }
}
