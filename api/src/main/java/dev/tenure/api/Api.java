package dev.tenure.api;

import dev.tenure.api.access.StartCheck;
import dev.tenure.api.problem.Problem;
import dev.tenure.workflows.connection.ConnectionSettingsException;
import dev.tenure.workflows.connection.TemporalConnection;
import io.micronaut.openapi.annotation.OpenAPIExtraSchema;
import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeIn;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import java.util.Optional;

/** The process of the HTTP front. */
@OpenAPIExtraSchema(classes = Problem.class)
@OpenAPIDefinition(
    info =
        @Info(
            title = "Tenure",
            version = "1",
            description =
                "Hires people through a marketplace whose every money step waits for a person:"
                    + " one request begins a hire, one resource tells where it stands."),
    security = {@SecurityRequirement(name = "bearer"), @SecurityRequirement(name = "key")})
@SecurityScheme(name = "bearer", type = SecuritySchemeType.HTTP, scheme = "bearer")
@SecurityScheme(
    name = "key",
    type = SecuritySchemeType.APIKEY,
    in = SecuritySchemeIn.HEADER,
    paramName = "X-Api-Key")
public final class Api {

  private Api() {}

  public static void main(String[] arguments) {
    Optional<String> objection = StartCheck.objection(System.getenv());
    if (objection.isPresent()) {
      System.err.println(objection.get());
      System.exit(1);
    }
    try {
      start(arguments, TemporalConnection.of(System.getenv()));
    } catch (ConnectionSettingsException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void start(String[] arguments, TemporalConnection temporal) {
    Micronaut.build(arguments).mainClass(Api.class).banner(false).singletons(temporal).start();
  }
}
