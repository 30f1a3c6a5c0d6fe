package dev.tenure.sandbox.opentrain.pages;

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
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;

/** Where a person makes an agent's account theirs by typing its code. */
@Controller("/claim")
@Hidden
@Produces(MediaType.TEXT_HTML)
class ClaimPageController {
  private final World world;
  private final Registrations registrations;

  ClaimPageController(World world, Registrations registrations) {
    this.world = world;
    this.registrations = registrations;
  }

  @Get
  HttpResponse<ModelAndView<Map<String, Object>>> show(
      @QueryValue(defaultValue = "") String token) {
    return token.isEmpty()
        ? NoticePage.of(
                "Claim your agent's account",
                "Open the link that your agent gives you when it begins the claim.")
            .answer(HttpStatus.OK)
        : asking(HttpStatus.OK, token, "Type the six digits that your agent shows you.");
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<ModelAndView<Map<String, Object>>> claim(HttpRequest<Map<String, String>> request) {
    Map<String, String> form = request.getBody().orElse(Map.of());
    String token = form.getOrDefault("token", "");
    String code = form.getOrDefault("code", "").strip();
    return world.transact(() -> registrations.claim(token, code))
        ? NoticePage.of("The account is yours", "Your agent may go on now.").answer(HttpStatus.OK)
        : asking(HttpStatus.BAD_REQUEST, token, "That was not the code. Try again.");
  }

  private HttpResponse<ModelAndView<Map<String, Object>>> asking(
      HttpStatus status, String token, String words) {
    return world.transact(() -> registrations.open(token)) == null
        ? NoticePage.of("This claim is not open", "Ask your agent to begin it again.")
            .answer(HttpStatus.NOT_FOUND)
        : NoticePage.claiming(words, token).answer(status);
  }
}
