package dev.tenure.sandbox.opentrain.faults;

import dev.tenure.sandbox.faults.Fault;
import dev.tenure.sandbox.faults.MarketplaceFaults;
import dev.tenure.sandbox.opentrain.model.account.Scope;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * What OpenTrain can do wrong: its tokens, its feed, and contracts and approvals that come late.
 */
@Singleton
class OpenTrainFaults implements MarketplaceFaults {
  private final TokenFaults tokens;
  private final StaleAnswers answers;

  OpenTrainFaults(TokenFaults tokens, StaleAnswers answers) {
    this.tokens = tokens;
    this.answers = answers;
  }

  @Override
  public List<String> scopes() {
    return Scope.ALL;
  }

  @Override
  public void withdraw(Fault.Order order, HttpRequest<?> request) {
    if (order.kind() == Fault.Kind.REVOKE_TOKEN) {
      tokens.revoke(request);
    } else {
      tokens.narrow(request, order.scopes());
    }
  }

  @Override
  public void confuse(Fault.Order order, HttpRequest<?> request, MutableHttpResponse<?> response) {
    answers.confuse(order, request, response);
  }
}
