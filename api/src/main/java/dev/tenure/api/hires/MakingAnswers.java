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

/** The answers to a hire that was made, or had been made before, as the description tells them. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@ApiResponse(
    responseCode = "201",
    description = "Made",
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
          name = "Preference-Applied",
          description = "The wait that was applied, if one was asked for",
          schema = @Schema(type = "string"))
    },
    content = @Content(schema = @Schema(implementation = HireJson.class)))
@ApiResponse(
    responseCode = "200",
    description = "It existed already, with the same meaning",
    headers = {
      @Header(
          name = "ETag",
          description = "Names this state of the hire",
          schema = @Schema(type = "string")),
      @Header(
          name = "Preference-Applied",
          description = "The wait that was applied, if one was asked for",
          schema = @Schema(type = "string"))
    },
    content = @Content(schema = @Schema(implementation = HireJson.class)))
@interface MakingAnswers {}
