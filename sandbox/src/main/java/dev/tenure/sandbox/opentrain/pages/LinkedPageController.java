package dev.tenure.sandbox.opentrain.pages;

import dev.tenure.sandbox.opentrain.model.money.TopUp;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.rules.account.Registrations;
import dev.tenure.sandbox.opentrain.rules.money.Credits;
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
import java.net.URI;
import java.util.Map;

/**
 * Where the links of answers lead: a top-up's checkout and a refusal's billing, with play money
 * only, and the page on which a person makes an agent's account theirs by typing its code.
 */
@Controller
@Hidden
@Produces(MediaType.TEXT_HTML)
record LinkedPageController(World world, Credits credits, Registrations registrations) {

  @Get("/checkout/{id}")
  HttpResponse<ModelAndView<Map<String, Object>>> checkout(String id) {
    return world
        .transact(() -> credits.lookAtTopUp(id))
        .map(topUp -> about(topUp).answer(HttpStatus.OK))
        .orElseGet(
            () ->
                NoticePage.of("There is no such checkout", "The link may be incomplete.")
                    .answer(HttpStatus.NOT_FOUND));
  }

  @Post("/checkout/{id}")
  @Consumes(MediaType.ALL)
  HttpResponse<?> pay(String id) {
    try {
      world.transact(() -> credits.completeTopUp(id));
      return HttpResponse.seeOther(URI.create("/checkout/" + id));
    } catch (Refusal refusal) {
      return NoticePage.of("This cannot be paid", refusal.words())
          .answer(HttpStatus.valueOf(refusal.code().status()));
    }
  }

  @Get("/settings/billing")
  HttpResponse<ModelAndView<Map<String, Object>>> billing() {
    return NoticePage.leading(
            "Billing",
            "Here a card would be left. In the sandbox every account has a switch for its card.",
            "/?tab=accounts",
            "Open the accounts")
        .answer(HttpStatus.OK);
  }

  private static NoticePage about(TopUp topUp) {
    String amount = Formats.money(topUp.amountCents());
    return switch (topUp.status()) {
      case PENDING ->
          NoticePage.asking(
              "Add " + amount + " of credits",
              "Play money: nothing is charged.",
              "/checkout/" + topUp.id(),
              "Pay " + amount);
      case COMPLETED -> NoticePage.of("Paid", amount + " was added to the credits.");
      case EXPIRED -> NoticePage.of("This checkout has expired", "Ask your agent for another.");
    };
  }

  @Get("/claim")
  HttpResponse<ModelAndView<Map<String, Object>>> claim(
      @QueryValue(defaultValue = "") String token) {
    return token.isEmpty()
        ? NoticePage.of(
                "Claim your agent's account",
                "Open the link that your agent gives you when it begins the claim.")
            .answer(HttpStatus.OK)
        : asking(HttpStatus.OK, token, "Type the six digits that your agent shows you.");
  }

  @Post("/claim")
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
