package dev.tenure.api.openapi;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.inject.Provider;

/** Serves the OpenAPI document, as YAML, as JSON, and on a page to read and try it. */
@Hidden
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
record OpenApiController(Provider<OpenApiDocument> document) {

  private static final String YAML = "application/yaml";

  /** The page draws itself with styles of its own making and with icons within them. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>The API · Tenure</title>
      <link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
      <link rel="stylesheet" href="/openapi/assets/swagger-ui.css">
      <script src="/openapi/assets/swagger-ui-bundle.js" defer></script>
      <script src="/assets/openapi.js" defer></script>
      </head>
      <body><div id="openapi"><noscript>This page needs JavaScript; the document itself is at <a href="/openapi.yaml">/openapi.yaml</a>.</noscript></div></body>
      </html>
      """;

  @Get("/openapi.yaml")
  @Produces(YAML)
  String yaml() {
    return document.get().yaml();
  }

  @Get("/openapi.json")
  @Produces(MediaType.APPLICATION_JSON)
  String json() {
    return document.get().json();
  }

  @Get("/openapi")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<String> page() {
    return HttpResponse.ok(PAGE)
        .header("Content-Security-Policy", POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .header(HttpHeaders.CACHE_CONTROL, "no-cache");
  }
}
