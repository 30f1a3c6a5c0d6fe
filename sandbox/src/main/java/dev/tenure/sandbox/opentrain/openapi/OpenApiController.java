package dev.tenure.sandbox.opentrain.openapi;

import dev.tenure.sandbox.opentrain.http.ApiPath;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;

/** Serves the descriptions of the marketplace's API and of the controls; anybody may read them. */
@Controller
@Hidden
class OpenApiController {
  private final byte[] marketplace;
  private final byte[] controls;

  OpenApiController(OpenApiDocument document) throws IOException {
    this.marketplace = document.of("/api/");
    this.controls = document.of("/sandbox/");
  }

  @Get(value = ApiPath.V1 + "/openapi.json", produces = MediaType.APPLICATION_JSON)
  byte[] marketplace() {
    return marketplace.clone();
  }

  @Get(value = "/sandbox/openapi.json", produces = MediaType.APPLICATION_JSON)
  byte[] controls() {
    return controls.clone();
  }
}
