package dev.tenure.api;

import dev.tenure.api.access.StartCheck;
import dev.tenure.api.problem.Problem;
import dev.tenure.journal.settings.SecretFiles;
import dev.tenure.workflows.connection.ConnectionSettingsException;
import dev.tenure.workflows.connection.TemporalConnection;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import io.micronaut.openapi.annotation.OpenAPIExtraSchema;
import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeIn;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import java.util.HashMap;
import java.util.Map;
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
    try {
      Map<String, String> environment = SecretFiles.resolve(System.getenv());
      Optional<String> objection = StartCheck.objection(environment);
      if (objection.isPresent()) {
        refuse(objection.get());
      }
      start(arguments, environment, TemporalConnection.of(environment));
    } catch (IllegalArgumentException | ConnectionSettingsException e) {
      refuse(String.valueOf(e.getMessage()));
    }
  }

  private static void refuse(String words) {
    System.err.println(words);
    System.exit(1);
  }

  /** The secrets that were read from files stand beside the variables of the process. */
  private static void start(
      String[] arguments, Map<String, String> environment, TemporalConnection temporal) {
    Map<String, Object> secrets = new HashMap<>(environment);
    secrets.entrySet().removeIf(entry -> entry.getValue().equals(System.getenv(entry.getKey())));
    Micronaut.build(arguments)
        .mainClass(Api.class)
        .banner(false)
        .propertySources(
            PropertySource.of(
                "secrets",
                secrets,
                PropertyConvention.ENVIRONMENT_VARIABLE,
                PropertySource.Origin.of("files of secrets")))
        .singletons(temporal)
        .start();
  }
}
