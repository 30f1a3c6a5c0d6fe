package dev.tenure.api.ops;

import io.micronaut.core.io.ResourceResolver;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URL;

/** What the front says of itself. */
@Hidden
@Controller
final class FrontController {

  private static final String DESCRIPTION = "classpath:META-INF/swagger/tenure.yml";

  private static final String YAML = "application/yaml";

  private final URL description;

  FrontController(ResourceResolver resources) {
    this.description =
        resources
            .getResource(DESCRIPTION)
            .orElseThrow(() -> new IllegalStateException("not in the build: " + DESCRIPTION));
  }

  @Get("/openapi.yaml")
  @Produces(YAML)
  HttpResponse<StreamedFile> openapi() {
    return HttpResponse.ok(new StreamedFile(description)).contentType(YAML);
  }
}
