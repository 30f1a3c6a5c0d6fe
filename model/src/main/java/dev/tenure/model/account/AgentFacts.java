package dev.tenure.model.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tenure.model.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an account that is an address and pays by signature.
 *
 * @param address that pays
 * @param networks on which it may pay, e.g. {@code eip155:84532}
 * @param assets the token contracts that it may pay with
 * @param keyIssuedAt when the marketplace's API key at hand was issued; absent before the first
 * @param perPayment the most of one payment
 * @param perDay the most that is signed for in any 24 hours
 * @param signed what was signed for in the last 24 hours; absent while the journal is away
 * @param balance what the address has; absent where it was not read
 */
public record AgentFacts(
    String address,
    List<String> networks,
    List<String> assets,
    @Nullable Instant keyIssuedAt,
    Money perPayment,
    Money perDay,
    @Nullable Money signed,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Money balance) {

  public AgentFacts {
    networks = List.copyOf(networks);
    assets = List.copyOf(assets);
  }
}
