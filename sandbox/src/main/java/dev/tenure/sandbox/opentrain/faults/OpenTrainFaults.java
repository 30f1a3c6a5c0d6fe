package dev.tenure.sandbox.opentrain.faults;

import dev.tenure.sandbox.faults.Fault;
import dev.tenure.sandbox.faults.MarketplaceFaults;
import dev.tenure.sandbox.opentrain.model.account.AccessToken;
import dev.tenure.sandbox.opentrain.model.account.Scope;
import dev.tenure.sandbox.opentrain.rules.account.Registrations;
import dev.tenure.sandbox.opentrain.world.World;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * What OpenTrain can do wrong: its tokens, its feed, and contracts and approvals that come late.
 */
@Singleton
class OpenTrainFaults implements MarketplaceFaults {
  private final World world;
  private final Registrations registrations;
  private final StaleAnswers answers;

  OpenTrainFaults(World world, Registrations registrations, StaleAnswers answers) {
    this.world = world;
    this.registrations = registrations;
    this.answers = answers;
  }

  @Override
  public List<String> scopes() {
    return Scope.ALL;
  }

  /** Takes from the calling token its life, or some of its scopes. */
  @Override
  public void withdraw(Fault.Order order, HttpRequest<?> request) {
    String header = request.getHeaders().get("Authorization");
    String secret = header == null ? "" : header.substring(header.indexOf(' ') + 1).strip();
    world.run(
        () -> {
          AccessToken token = world.tokens.find(secret);
          if (order.kind() == Fault.Kind.REVOKE_TOKEN) {
            registrations.revoke(secret);
          } else if (token != null) {
            List<String> left =
                token.scopes().stream().filter(scope -> !order.scopes().contains(scope)).toList();
            world.tokens.put(secret, token.scoped(left));
          }
        });
  }

  @Override
  public void confuse(Fault.Order order, HttpRequest<?> request, MutableHttpResponse<?> response) {
    answers.confuse(order, request, response);
  }
}
