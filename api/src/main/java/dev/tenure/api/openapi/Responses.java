package dev.tenure.api.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.api.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The problems that operations answer with, as named responses of the document. */
enum Responses {
  MALFORMED("400", "It cannot be read: see errors"),
  UNAUTHORIZED("401", "An API key is needed", "WWW-Authenticate", "string", "Bearer"),
  FORBIDDEN(
      "403",
      "The key lacks the scope: see requiredScope; or another host's name, or a page of another"
          + " origin",
      "WWW-Authenticate",
      "string",
      "Bearer with the scope that is needed, where the key lacks it"),
  NOT_FOUND("404", "There is none of that id"),
  NOT_ACCEPTABLE("406", "What Accept asks for is not offered"),
  CONFLICT("409", "The state forbids it: see allowedActions, or differences"),
  CHANGED("412", "The hire is not as If-Match says"),
  TOO_LARGE("413", "The body is above 256 KiB"),
  ADDRESS_TOO_LONG("414", "The address is above 64 KiB"),
  UNSUPPORTED("415", "The body is not sent as JSON"),
  INVALID("422", "Rules are broken: see errors; or the key stands for another request"),
  TOO_MANY(
      "429",
      "The key sends too much, or has too many streams open",
      "Retry-After",
      "integer",
      "Seconds to wait"),
  HEADERS_TOO_LARGE("431", "The headers are above 16 KiB"),
  UNFORESEEN("500", "Unforeseen: the log tells more"),
  UNAVAILABLE("503", "Not available now; ask again", "Retry-After", "integer", "Seconds to wait");

  private final String status;
  private final String words;
  private final @Nullable String header;
  private final @Nullable String type;
  private final @Nullable String meaning;

  Responses(String status, String words) {
    this(status, words, null, null, null);
  }

  Responses(
      String status,
      String words,
      @Nullable String header,
      @Nullable String type,
      @Nullable String meaning) {
    this.status = status;
    this.words = words;
    this.header = header;
    this.type = type;
    this.meaning = meaning;
  }

  private ObjectNode response() {
    ObjectNode response = JsonNodeFactory.instance.objectNode().put("description", words);
    if (header != null) {
      ObjectNode described = response.withObject("/headers").putObject(header);
      described.put("description", meaning).putObject("schema").put("type", type);
    }
    response
        .withObject("/content")
        .putObject(Problem.MEDIA_TYPE)
        .putObject("schema")
        .put("$ref", "#/components/schemas/Problem");
    return response;
  }

  private String component() {
    var name = new StringBuilder();
    for (String word : name().split("_", -1)) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return name.toString();
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
    for (Responses one : values()) {
      if (one.status.equals(status)) {
        return one.component();
      }
    }
    throw new IllegalArgumentException("no response " + status);
  }
}
