package dev.tenure.sandbox.opentrain.console;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;

/** The first page: the whole world, part by part, filtered by any id. */
@Controller("/")
@Hidden
@Produces(MediaType.TEXT_HTML)
class ConsoleController {
  private static final int FARTHEST = 1_000_000;

  private final Console console;

  ConsoleController(Console console) {
    this.console = console;
  }

  @Get
  ModelAndView<Map<String, Object>> show(
      @QueryValue(defaultValue = "") String tab,
      @QueryValue(defaultValue = "") String q,
      @QueryValue(defaultValue = "1") @Min(1) @Max(FARTHEST) Integer page) {
    return console.page(tab, q.strip(), page, null);
  }
}
