package dev.tenure.sandbox.opentrain.faults;

import dev.tenure.sandbox.opentrain.model.account.AccessToken;
import dev.tenure.sandbox.opentrain.rules.account.Registrations;
import dev.tenure.sandbox.opentrain.world.World;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;

/** Takes from a calling token what it had a moment ago: its life, or some of its scopes. */
@Singleton
class TokenFaults {
  private final World world;
  private final Registrations registrations;

  TokenFaults(World world, Registrations registrations) {
    this.world = world;
    this.registrations = registrations;
  }

  void revoke(HttpRequest<?> request) {
    world.transact(() -> registrations.revoke(secret(request)));
  }

  void narrow(HttpRequest<?> request, List<String> scopes) {
    world.transact(
        () -> {
          AccessToken token = world.tokens.find(secret(request));
          if (token != null) {
            world.tokens.put(
                token.secret(),
                token.scoped(
                    token.scopes().stream().filter(scope -> !scopes.contains(scope)).toList()));
          }
          return true;
        });
  }

  private static String secret(HttpRequest<?> request) {
    String header = request.getHeaders().get("Authorization");
    return header == null ? "" : header.substring(header.indexOf(' ') + 1).strip();
  }
}
