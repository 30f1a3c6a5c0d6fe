package dev.tenure.sandbox.opentrain.pages;

import dev.tenure.sandbox.opentrain.model.money.TopUp;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import dev.tenure.sandbox.opentrain.rules.money.TopUps;
import dev.tenure.sandbox.opentrain.world.World;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;

/** Where a top-up's checkout link and a refusal's billing link lead: play money only. */
@Controller
@Hidden
@Produces(MediaType.TEXT_HTML)
class MoneyPageController {
  private final World world;
  private final TopUps topUps;

  MoneyPageController(World world, TopUps topUps) {
    this.world = world;
    this.topUps = topUps;
  }

  @Get("/checkout/{id}")
  HttpResponse<ModelAndView<Map<String, Object>>> checkout(String id) {
    return world
        .transact(() -> topUps.look(id))
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
      world.transact(() -> topUps.complete(id));
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
}
