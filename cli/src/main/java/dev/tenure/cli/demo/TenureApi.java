package dev.tenure.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.Environment;
import java.util.Optional;

/** The calls of Tenure's own HTTP front that the demo makes. */
final class TenureApi {
  private final JsonHttp http;

  TenureApi(String origin, Environment env) {
    this.http = new JsonHttp(origin, key(env));
  }

  JsonNode beginHire(JsonNode order) {
    return http.post("/v1/hires", order);
  }

  JsonNode hire(String id) {
    return http.get("/v1/hires/" + id);
  }

  JsonNode events(String hire, long after) {
    return http.get("/v1/events?hire=" + hire + "&after=" + after + "&limit=100");
  }

  /** The first of the keys that the api itself was given, when it was given any. */
  private static Optional<String> key(Environment env) {
    return env.get("TENURE_API_KEYS")
        .map(keys -> keys.split(",", 2)[0])
        .map(named -> named.substring(named.indexOf(':') + 1).strip());
  }
}
