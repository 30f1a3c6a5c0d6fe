package dev.tenure.activities.opencontract.chain;

import dev.tenure.activities.http.BaseUrl;
import dev.tenure.activities.http.HttpAnswer;
import dev.tenure.activities.http.HttpCall;
import dev.tenure.activities.http.HttpExchange;
import dev.tenure.activities.http.HttpLimits;
import dev.tenure.activities.http.NoAnswerException;
import dev.tenure.activities.marketplace.ForeignJson;
import dev.tenure.activities.marketplace.ForeignText;
import dev.tenure.activities.opencontract.chain.json.RpcAnswerJson;
import dev.tenure.activities.opencontract.chain.json.RpcRequestJson;
import dev.tenure.activities.opencontract.signer.Address;
import dev.tenure.activities.opencontract.signer.PaymentPolicy;
import dev.tenure.activities.opencontract.signer.Usdc;
import dev.tenure.model.money.Money;
import io.micronaut.json.tree.JsonNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A node of an EVM chain, asked over JSON-RPC. Its address may hold a key of its operator, so no
 * words repeat it.
 */
public final class ChainNode {

  private static final ForeignJson JSON = new ForeignJson(RpcAnswerJson.class);

  /** {@code balanceOf(address)} of ERC-20: the first four bytes of its hash. */
  private static final String BALANCE_OF = "0x70a08231";

  private static final String ADDRESS_PADDING = "0".repeat(24);
  private static final Pattern QUANTITY = Pattern.compile("0x[0-9a-fA-F]{1,16}");
  private static final Pattern WORD = Pattern.compile("0x[0-9a-fA-F]{64}");
  private static final int HEX = 16;

  private final HttpExchange http;
  private final BaseUrl url;

  /**
   * A node.
   *
   * @param url whole: its path may be empty
   */
  public ChainNode(HttpExchange http, BaseUrl url) {
    this.http = http;
    this.url = url;
  }

  /**
   * What an address has of the tokens that it may pay with. A token that is not on the node's chain
   * is left out.
   *
   * @param policy the node's chain must be one of its networks
   * @throws BalanceUnreadException with words that say why
   */
  public Money balance(Address owner, PaymentPolicy policy)
      throws BalanceUnreadException, InterruptedException {
    String network = network();
    if (!policy.networks().contains(network)) {
      throw new BalanceUnreadException(
          "the node is one of %s, and the account may pay on %s"
              .formatted(network, String.join(", ", policy.networks())));
    }
    BigInteger units = BigInteger.ZERO;
    boolean found = false;
    for (Address asset : policy.assets()) {
      Optional<BigInteger> held = held(owner, asset);
      found |= held.isPresent();
      units = units.add(held.orElse(BigInteger.ZERO));
    }
    if (!found) {
      throw new BalanceUnreadException("none of the account's tokens is on the chain of the node");
    }
    return Usdc.money(units);
  }

  private String network() throws BalanceUnreadException, InterruptedException {
    String chain = call("eth_chainId", JsonNode.createArrayNode(List.of()));
    if (!QUANTITY.matcher(chain).matches()) {
      throw new BalanceUnreadException("the node names no chain");
    }
    return "eip155:" + new BigInteger(chain.substring(2), HEX);
  }

  /** Empty where no such token is there: the call of an address without code gives nothing. */
  private Optional<BigInteger> held(Address owner, Address asset)
      throws BalanceUnreadException, InterruptedException {
    JsonNode call =
        JsonNode.createObjectNode(
            Map.of(
                "to",
                JsonNode.createStringNode(asset.text()),
                "data",
                JsonNode.createStringNode(
                    BALANCE_OF + ADDRESS_PADDING + owner.text().substring(2))));
    String word =
        call(
            "eth_call",
            JsonNode.createArrayNode(List.of(call, JsonNode.createStringNode("latest"))));
    if (word.equals("0x")) {
      return Optional.empty();
    }
    if (!WORD.matcher(word).matches()) {
      throw new BalanceUnreadException("the node answered with what is no balance");
    }
    return Optional.of(new BigInteger(word.substring(2), HEX));
  }

  private String call(String method, JsonNode params)
      throws BalanceUnreadException, InterruptedException {
    HttpAnswer answer;
    try {
      answer =
          http.send(
              new HttpCall(
                  "POST",
                  url.resolve(""),
                  Map.of("Accept", "application/json", "Content-Type", "application/json"),
                  JSON.write(new RpcRequestJson("2.0", 1, method, params))),
              HttpLimits.USUAL);
    } catch (NoAnswerException e) {
      throw new BalanceUnreadException("the node does not answer " + method);
    }
    if (!answer.successful()) {
      throw new BalanceUnreadException(
          "the node answered %s with %d".formatted(method, answer.status()));
    }
    RpcAnswerJson read =
        JSON.read(answer.body(), RpcAnswerJson.class)
            .orElseThrow(
                () ->
                    new BalanceUnreadException(
                        "the node answered %s without JSON".formatted(method)));
    if (read.result() == null) {
      throw new BalanceUnreadException(
          "the node refuses %s: %s"
              .formatted(
                  method,
                  read.error() == null || read.error().message() == null
                      ? "it gives no reason"
                      : ForeignText.line(read.error().message())));
    }
    return read.result();
  }

  /** Without the address. */
  @Override
  public String toString() {
    return "a node of the chain";
  }
}
