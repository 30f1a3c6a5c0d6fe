package dev.tenure.api.hires;

import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The answer to a command that added something, as the description tells it. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ApiResponse(
    responseCode = "201",
    description = "Added: the hire as it stands now",
    headers = {
      @Header(
          name = "Location",
          description = "Address of the hire",
          schema = @Schema(type = "string")),
      @Header(
          name = "ETag",
          description = "Names this state of the hire",
          schema = @Schema(type = "string")),
      @Header(
          name = "Idempotency-Key",
          description = "The command's key: yours, or the one made for it",
          schema = @Schema(type = "string"))
    },
    content = @Content(schema = @Schema(implementation = HireJson.class)))
@interface CreatedAnswer {}
