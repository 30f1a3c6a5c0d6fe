package dev.tenure.sandbox.http;

import io.micronaut.context.annotation.Primary;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.ConstraintViolationException;
import java.util.List;

/** Whatever cannot be read is told in the format of the marketplace to which it was sent. */
@Controller
@Primary
@Hidden
record ErrorEnvelope(List<ErrorFormat> formats) implements ErrorResponseProcessor<Object> {

  @Override
  public MutableHttpResponse<Object> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    return format(context.getRequest()).of(context.getRequest(), response);
  }

  @Error(global = true)
  HttpResponse<?> invalid(HttpRequest<?> request, InvalidRequest invalid) {
    return format(request).of(request, invalid);
  }

  @Error(global = true)
  HttpResponse<?> missing(HttpRequest<?> request, NotFound missing) {
    return format(request).of(request, missing);
  }

  @Error(global = true)
  HttpResponse<?> invalid(HttpRequest<?> request, ConstraintViolationException e) {
    return invalid(request, InvalidRequest.of(e.getConstraintViolations()));
  }

  @Error(global = true)
  HttpResponse<?> unreadable(HttpRequest<?> request, ConversionErrorException e) {
    Argument<?> argument = e.getArgument();
    return invalid(
        request,
        InvalidRequest.field(
            argument.getName(),
            Number.class.isAssignableFrom(argument.getType())
                ? "must be a whole number"
                : "is not valid"));
  }

  @Error(global = true)
  HttpResponse<?> missing(HttpRequest<?> request, UnsatisfiedRouteException e) {
    return invalid(
        request,
        e.getArgument().isAnnotationPresent(Body.class)
            ? InvalidRequest.malformed("A JSON body is required.")
            : InvalidRequest.field(e.getArgument().getName(), "is required"));
  }

  private ErrorFormat format(HttpRequest<?> request) {
    return ErrorFormat.at(formats, request.getPath());
  }
}
