package dev.tenure.activities.opencontract.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tenure.activities.Samples;
import dev.tenure.activities.http.BaseUrl;
import dev.tenure.activities.opencontract.signer.Address;
import dev.tenure.activities.opencontract.signer.Signing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A small marketplace that takes money: it settles each nonce once, as a token does, and within its
 * time, and can lose the answer of a call before or after it settled.
 */
final class PayingServer implements AutoCloseable {

  /** What goes wrong with the next paid call. */
  enum Fault {
    NONE,
    LOST_BEFORE_SETTLING,
    LOST_AFTER_SETTLING,
    /** The answer is lost, and the money moves only when {@link #settleLate} is called. */
    LOST_AND_SETTLING_LATE,
    SETTLEMENT_FAILED
  }

  private final HttpServer server;
  private final Supplier<Instant> clock;
  private final Map<String, String> contracts = new TreeMap<>();
  private final Set<String> nonces = new LinkedHashSet<>();
  private final List<String> payments = new ArrayList<>();
  private final List<String> others = new ArrayList<>();
  private boolean othersAreNewer;
  private int lists;
  private @Nullable Runnable late;
  private int unpaid;
  private int mostUnpaid;
  Fault fault = Fault.NONE;
  boolean hidden;

  /** What happens elsewhere whenever a quote was asked for. */
  Runnable beside = () -> {};

  /** Whether each page of a list leads back to the second. */
  boolean circle;

  /** What a proxy answers to every call instead. */
  @Nullable String proxied;

  /** What the API itself answers to every write instead. */
  @Nullable String refused;

  Address wallet = Signing.WALLET;
  String units = "80000000";

  PayingServer(Supplier<Instant> clock) {
    this.clock = clock;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  BaseUrl base() {
    return BaseUrl.of("http://127.0.0.1:" + server.getAddress().getPort(), OpenContractClient.PATH);
  }

  /** How often money moved. */
  synchronized int settled() {
    return nonces.size();
  }

  /** The payment headers that came, in order. */
  synchronized List<String> payments() {
    return List.copyOf(payments);
  }

  /**
   * As many contracts of the same Client were created at that moment; the newest are listed first.
   */
  synchronized void others(int count, Instant createdAt) {
    othersAreNewer = createdAt.isAfter(clock.get());
    for (int i = 0; i < count; i++) {
      others.add(
          "{\"id\":\"contract_o%d\",\"status\":\"created\",\"createdAt\":\"%s\",\"title\":\"another\"}"
              .formatted(i, createdAt));
    }
  }

  /** How many quotes were out at the same time at most, without a payment for them. */
  synchronized int mostUnpaid() {
    return mostUnpaid;
  }

  /** How many pages of lists were asked for. */
  synchronized int lists() {
    return lists;
  }

  /** What was held up is settled now. */
  synchronized void settleLate() {
    if (late != null) {
      late.run();
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getPath().substring(OpenContractClient.PATH.length());
    try (exchange) {
      @Nullable String payment = exchange.getRequestHeaders().getFirst("PAYMENT-SIGNATURE");
      @Nullable String answer = route(exchange, path, body, payment);
      if (answer != null) {
        int status = Integer.parseInt(answer.substring(0, 3));
        byte[] bytes = answer.substring(3).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  private synchronized @Nullable String route(
      HttpExchange exchange, String path, String body, @Nullable String payment) {
    if (proxied != null) {
      return proxied;
    }
    if (path.endsWith("/challenge")) {
      return "200{\"data\":{\"challengeId\":\"ch\",\"message\":\"Sign me\"}}";
    }
    if (path.endsWith("/api-key")) {
      return "201{\"data\":{\"apiKey\":\"oc_live_planted\",\"keyId\":\"k\"}}";
    }
    if (exchange.getRequestMethod().equals("GET")) {
      return read(path, String.valueOf(exchange.getRequestURI().getQuery()));
    }
    if (refused != null) {
      return refused;
    }
    String id = path.equals("/contracts") ? Samples.tree(body).path("title").asText() : path;
    if (contracts.containsKey(id)) {
      return path.equals("/contracts")
          ? "409{\"error\":{\"code\":\"duplicate_contract\",\"message\":\"there\"}}"
          : "409{\"error\":{\"code\":\"conflict\",\"message\":\"disputed\"}}";
    }
    if (payment == null) {
      unpaid++;
      mostUnpaid = Math.max(mostUnpaid, unpaid);
      beside.run();
      return quoted(exchange);
    }
    unpaid--;
    payments.add(payment);
    return paid(exchange, id, payment);
  }

  private String quoted(HttpExchange exchange) {
    exchange
        .getResponseHeaders()
        .add("Payment-Required", Signing.base64(Signing.quote(units, wallet)));
    return "402{}";
  }

  private @Nullable String paid(HttpExchange exchange, String id, String payment) {
    JsonNode authorization =
        Samples.tree(new String(Base64.getDecoder().decode(payment), StandardCharsets.UTF_8))
            .at("/payload/authorization");
    Runnable settle =
        () -> {
          if (clock.get().getEpochSecond() < authorization.path("validBefore").asLong()
              && nonces.add(authorization.path("nonce").asText())) {
            contracts.put(id, contract(id));
          }
        };
    Fault now = fault;
    fault = Fault.NONE;
    switch (now) {
      case LOST_BEFORE_SETTLING -> {
        return null;
      }
      case SETTLEMENT_FAILED -> {
        return quoted(exchange);
      }
      case LOST_AND_SETTLING_LATE -> {
        late = settle;
        return null;
      }
      case LOST_AFTER_SETTLING -> {
        settle.run();
        return null;
      }
      case NONE -> settle.run();
    }
    return contracts.containsKey(id) ? "200{\"data\":" + contracts.get(id) + "}" : quoted(exchange);
  }

  private String read(String path, String query) {
    if (path.equals("/contracts")) {
      boolean theirs = query.contains("client=" + Signing.PAYER.text());
      return hidden || !theirs ? "200{\"data\":[]}" : page(query);
    }
    return contracts.values().stream()
        .filter(contract -> path.equals("/contracts/" + Samples.tree(contract).path("id").asText()))
        .findFirst()
        .map(contract -> "200{\"data\":" + contract + "}")
        .orElse(
            "200{\"data\":{\"id\":\"contract_d\",\"status\":\"under-review\",\"disputeBond\":null}}");
  }

  private String page(String query) {
    lists++;
    List<String> rows = new ArrayList<>(othersAreNewer ? others : contracts.values());
    rows.addAll(othersAreNewer ? contracts.values() : others);
    int cursor = query.indexOf("&cursor=p");
    int from = cursor < 0 ? 0 : Integer.parseInt(query.substring(cursor + "&cursor=p".length()));
    int to = Math.min(rows.size(), from + Assumptions.PAGE);
    String next = circle ? "p" + Assumptions.PAGE : "p" + to;
    String meta = to < rows.size() ? ",\"meta\":{\"nextCursor\":\"%s\"}".formatted(next) : "";
    return "200{\"data\":[" + String.join(",", rows.subList(from, to)) + "]" + meta + "}";
  }

  private static String contract(String id) {
    boolean dispute = id.startsWith("/contracts/");
    return dispute
        ? "{\"id\":\"contract_d\",\"status\":\"disputed\",\"disputeBond\":\"2.5\"}"
        : "{\"id\":\"contract_1\",\"status\":\"created\",\"title\":\"" + id + "\"}";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
