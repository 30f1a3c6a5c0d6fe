package dev.tenure.sandbox.console;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;

/** The first page: the whole world on one page, filtered by any id. */
@Controller("/")
@Hidden
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ConsoleController {
  private final Console console;

  ConsoleController(Console console) {
    this.console = console;
  }

  @Get
  ModelAndView<Map<String, Object>> show(@QueryValue(defaultValue = "") String q) {
    return console.page(q.strip(), null);
  }
}
