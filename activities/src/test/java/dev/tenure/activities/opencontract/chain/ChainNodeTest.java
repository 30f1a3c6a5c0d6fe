package dev.tenure.activities.opencontract.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenure.activities.Marketplace;
import dev.tenure.activities.Marketplace.Reply;
import dev.tenure.activities.Samples;
import dev.tenure.activities.http.BaseUrl;
import dev.tenure.activities.http.HttpExchange;
import dev.tenure.activities.http.HttpSettings;
import dev.tenure.activities.opencontract.signer.Address;
import dev.tenure.activities.opencontract.signer.PaymentPolicy;
import dev.tenure.activities.opencontract.signer.Signing;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A node that answers as it is told. */
class ChainNodeTest {

  private static final HttpExchange HTTP = new HttpExchange(HttpSettings.DIRECT);
  private static final String SECRET = "/v3/planted-key";
  private static final Reply BASE_SEPOLIA = result("0x14a34");

  private final Marketplace server = new Marketplace(SECRET);
  private final ChainNode node =
      new ChainNode(HTTP, BaseUrl.below(server.base().origin() + SECRET, "", false));

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void theBalanceOfTheTokenIsReadOnTheAccountsChain() throws Exception {
    server.on("POST", "", BASE_SEPOLIA, word("f4240"));
    assertThat(node.balance(Signing.PAYER, Signing.policy("1", "1")))
        .isEqualByComparingTo(Signing.usdc("1"));
    var call = Samples.tree(server.asked().getLast().body());
    assertThat(call.path("method").asText()).isEqualTo("eth_call");
    assertThat(call.at("/params/0/to").asText()).isEqualTo(Signing.USDC.text());
    assertThat(call.at("/params/0/data").asText())
        .isEqualTo("0x70a08231" + "0".repeat(24) + Signing.PAYER.text().substring(2));
    assertThat(call.at("/params/1").asText()).isEqualTo("latest");
  }

  @Test
  void aTokenThatIsNotOnTheChainIsLeftOut() throws Exception {
    server.on("POST", "", BASE_SEPOLIA, result("0x"), word("2"));
    PaymentPolicy two =
        new PaymentPolicy(
            Signing.usdc("1"),
            Signing.usdc("1"),
            Set.of(Signing.NETWORK),
            Set.of(Signing.USDC, new Address("0x" + "12".repeat(20))),
            Set.of());
    assertThat(node.balance(Signing.PAYER, two)).isEqualByComparingTo(Signing.usdc("0.000002"));
    server.on("POST", "", BASE_SEPOLIA, result("0x"));
    assertThat(words()).contains("none of the account's tokens");
  }

  @Test
  void aNodeOfAnotherChainTellsNoBalance() {
    server.on("POST", "", result("0x1"), word("f4240"));
    assertThat(words()).contains("eip155:1", "eip155:84532");
    assertThat(server.asked()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32000,\"message\":\"pruned\\n\"}} | pruned",
        "200 | {\"jsonrpc\":\"2.0\",\"id\":1} | no reason",
        "200 | <html> | without JSON",
        "200 | {\"result\":\"0xzz\"} | names no chain",
        "401 | {} | with 401",
        "503 | {} | with 503"
      })
  void whatIsNoAnswerIsToldWithoutTheNodesAddress(int status, String body, String words) {
    server.on("POST", "", Reply.json(status, body));
    assertThat(words()).contains(words).doesNotContain("planted", "127.0.0.1");
  }

  @Test
  void whatIsNoBalanceIsNotTakenForOne() {
    server.on("POST", "", BASE_SEPOLIA, result("0x1"));
    assertThat(words()).contains("no balance");
  }

  @Test
  void aNodeThatIsNotThereIsTold() {
    server.close();
    assertThat(words()).contains("does not answer").doesNotContain("planted", "127.0.0.1");
  }

  private String words() {
    return String.valueOf(
        Objects.requireNonNull(
                catchThrowableOfType(
                    BalanceUnreadException.class,
                    () -> node.balance(Signing.PAYER, Signing.policy("1", "1"))))
            .getMessage());
  }

  private static Reply result(String hex) {
    return Reply.json(200, "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":\"%s\"}".formatted(hex));
  }

  private static Reply word(String hex) {
    return result("0x" + "0".repeat(64 - hex.length()) + hex);
  }
}
