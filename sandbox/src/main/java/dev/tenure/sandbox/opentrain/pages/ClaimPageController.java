package dev.tenure.sandbox.opentrain.pages;

import dev.tenure.sandbox.opentrain.model.account.Registration;
import dev.tenure.sandbox.opentrain.rules.account.Registrations;
import dev.tenure.sandbox.opentrain.world.World;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;

/** Where a person makes an agent's account theirs by typing its code. */
@Controller("/claim")
@Hidden
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
public class ClaimPageController {
  private final World world;
  private final Registrations registrations;

  ClaimPageController(World world, Registrations registrations) {
    this.world = world;
    this.registrations = registrations;
  }

  /** What the page shows: a form, or words only. */
  public record ClaimPage(String title, String words, boolean open, String token) {}

  @Get
  HttpResponse<ModelAndView<Map<String, Object>>> show(
      @QueryValue(defaultValue = "") String token) {
    if (token.isEmpty()) {
      return page(
          HttpStatus.OK,
          new ClaimPage(
              "Claim your agent's account",
              "Open the link that your agent gives you when it begins the claim.",
              false,
              ""));
    }
    Registration found = world.transact(() -> registrations.open(token));
    return found == null
        ? page(HttpStatus.NOT_FOUND, gone())
        : page(HttpStatus.OK, asking(token, "Type the six digits that your agent shows you."));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<ModelAndView<Map<String, Object>>> claim(HttpRequest<Map<String, String>> request) {
    Map<String, String> form = request.getBody().orElse(Map.of());
    String token = form.getOrDefault("token", "");
    String code = form.getOrDefault("code", "").strip();
    if (world.transact(() -> registrations.claim(token, code))) {
      return page(
          HttpStatus.OK,
          new ClaimPage("The account is yours", "Your agent may go on now.", false, ""));
    }
    return world.transact(() -> registrations.open(token)) == null
        ? page(HttpStatus.NOT_FOUND, gone())
        : page(HttpStatus.BAD_REQUEST, asking(token, "That was not the code. Try again."));
  }

  private static ClaimPage asking(String token, String words) {
    return new ClaimPage("Claim your agent's account", words, true, token);
  }

  private static ClaimPage gone() {
    return new ClaimPage("This claim is not open", "Ask your agent to begin it again.", false, "");
  }

  private static HttpResponse<ModelAndView<Map<String, Object>>> page(
      HttpStatus status, ClaimPage page) {
    return HttpResponse.<ModelAndView<Map<String, Object>>>status(status)
        .body(new ModelAndView<>("claim", Map.of("page", page)));
  }
}
