package dev.tenure.sandbox;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;
import org.web3j.crypto.StructuredDataEncoder;

/** A client of OpenContract with a wallet of its own. It signs by web3j's own encoder. */
final class Agent {
  static final String API = "/opencontract/v1";

  private static final JsonMapper JSON = JsonMapper.createDefault();
  private static final AtomicLong NONCES = new AtomicLong();

  private final String url;
  private final InstantSource clock;
  private final ECKeyPair wallet;
  private String apiKey = "";

  Agent(String url, InstantSource clock, long number) {
    this.url = url;
    this.clock = clock;
    this.wallet = ECKeyPair.create(BigInteger.valueOf(0x5EED_0000L + number));
  }

  /** One that has a key. */
  static Agent registered(String url, InstantSource clock, long number) {
    Agent agent = new Agent(url, clock, number);
    Reply issued = agent.issue(agent.challenge(), "test");
    agent.apiKey = issued.text("data.apiKey");
    return agent;
  }

  String address() {
    return "0x" + Keys.getAddress(wallet);
  }

  String apiKey() {
    return apiKey;
  }

  /** The same wallet with another key, or none. */
  Agent withKey(String other) {
    Agent agent = new Agent(url, clock, 0);
    agent.apiKey = other;
    return agent;
  }

  Reply challenge() {
    return post("/agents/" + address() + "/challenge", "");
  }

  Reply issue(Reply challenge, String label) {
    return post(
        "/agents/" + address() + "/api-key",
        print(
            Map.of(
                "challengeId", challenge.text("data.challengeId"),
                "signature", sign(challenge.text("data.message")),
                "label", label)));
  }

  Reply get(String path) {
    return send("GET", path, "", Map.of());
  }

  Reply post(String path, String body) {
    return send("POST", path, body, Map.of());
  }

  Reply post(String path, String body, Map<String, String> headers) {
    return send("POST", path, body, headers);
  }

  /** Makes the call, pays what it costs, and makes it again. */
  Reply paid(String path, String body) {
    Reply quoted = post(path, body);
    return quoted.status() == 402 ? post(path, body, payment(quote(quoted))) : quoted;
  }

  /** What a 402 asks for. */
  static JsonNode quote(Reply unpaid) {
    return Reply.parse(decoded(unpaid.header("Payment-Required")));
  }

  static String decoded(String header) {
    return new String(Base64.getDecoder().decode(header), StandardCharsets.UTF_8);
  }

  /** The header that pays a quote. */
  Map<String, String> payment(JsonNode quote) {
    return header(payload(authorization(quote)));
  }

  static Map<String, String> header(Map<String, Object> payload) {
    return Map.of(
        "PAYMENT-SIGNATURE",
        Base64.getEncoder().encodeToString(print(payload).getBytes(StandardCharsets.UTF_8)));
  }

  /** The transfer that a quote asks for, with a nonce of its own. */
  Map<String, Object> authorization(JsonNode quote) {
    JsonNode accepted = Objects.requireNonNull(Reply.in(quote, "accepts").get(0));
    Instant now = clock.instant();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("from", address());
    fields.put("to", Reply.in(accepted, "payTo").getStringValue());
    fields.put("value", Reply.in(accepted, "maxAmountRequired").getStringValue());
    fields.put("validAfter", Long.toString(now.getEpochSecond() - 600));
    fields.put("validBefore", Long.toString(now.getEpochSecond() + 60));
    fields.put("nonce", "0x%064x".formatted(NONCES.incrementAndGet() + System.nanoTime()));
    return fields;
  }

  /** The second version's payload of a transfer, signed. */
  Map<String, Object> payload(Map<String, Object> authorization) {
    return payload(authorization, signature(authorization));
  }

  static Map<String, Object> payload(Map<String, Object> authorization, String signature) {
    return new HashMap<>(
        Map.of(
            "x402Version",
            2,
            "accepted",
            new HashMap<>(Map.of("scheme", "exact", "network", "eip155:84532")),
            "payload",
            Map.of("signature", signature, "authorization", authorization)));
  }

  String signature(Map<String, Object> authorization) {
    return signature(authorization, "USDC", 84_532);
  }

  String signature(Map<String, Object> authorization, String token, long chain) {
    try {
      byte[] digest =
          new StructuredDataEncoder(typedData(authorization, token, chain)).hashStructuredData();
      return hex(Sign.signMessage(digest, wallet, false));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String sign(String message) {
    return hex(Sign.signPrefixedMessage(message.getBytes(StandardCharsets.UTF_8), wallet));
  }

  /** The same signature with another last byte. */
  static String withLastByte(String signature, int last) {
    return signature.substring(0, signature.length() - 2) + "%02x".formatted(last);
  }

  /** The other signature that fits the same key, which tokens refuse. */
  static String mirrored(String signature) {
    byte[] bytes = HexFormat.of().parseHex(signature.substring(2));
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(bytes, 32, 64));
    return "0x%s%064x%02x"
        .formatted(
            signature.substring(2, 66),
            Sign.CURVE_PARAMS.getN().subtract(s),
            bytes[64] == 27 ? 28 : 27);
  }

  static String print(Object value) {
    try {
      return new String(JSON.writeValueAsBytes(value), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Reply send(String method, String path, String body, Map<String, String> headers) {
    try {
      return new Market(url, apiKey).trySend(method, API + path, body, headers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String typedData(Map<String, Object> message, String token, long chain) {
    return print(
        Map.of(
            "types",
            Map.of(
                "EIP712Domain",
                List.of(
                    type("name", "string"),
                    type("version", "string"),
                    type("chainId", "uint256"),
                    type("verifyingContract", "address")),
                "TransferWithAuthorization",
                List.of(
                    type("from", "address"),
                    type("to", "address"),
                    type("value", "uint256"),
                    type("validAfter", "uint256"),
                    type("validBefore", "uint256"),
                    type("nonce", "bytes32"))),
            "primaryType",
            "TransferWithAuthorization",
            "domain",
            Map.of(
                "name",
                token,
                "version",
                "2",
                "chainId",
                chain,
                "verifyingContract",
                "0x036CbD53842c5426634e7929541eC2318f3dCF7e"),
            "message",
            message));
  }

  private static Map<String, String> type(String name, String type) {
    return Map.of("name", name, "type", type);
  }

  private static String hex(Sign.SignatureData signature) {
    HexFormat hex = HexFormat.of();
    return "0x"
        + hex.formatHex(signature.getR())
        + hex.formatHex(signature.getS())
        + hex.formatHex(signature.getV());
  }
}
