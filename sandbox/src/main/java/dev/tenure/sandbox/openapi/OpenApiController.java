package dev.tenure.sandbox.openapi;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;

/** Serves the description of the API; anybody may read it. */
@Controller("/api/public/v1/openapi.json")
class OpenApiController {
  private final byte[] document;

  OpenApiController(ObjectMapper json) throws IOException {
    this.document = json.writeValueAsBytes(new Document().make());
  }

  @Get(produces = MediaType.APPLICATION_JSON)
  byte[] read() {
    return document.clone();
  }
}
