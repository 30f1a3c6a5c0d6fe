package dev.tenure.activities.opencontract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.activities.RealJournal;
import dev.tenure.activities.Samples;
import dev.tenure.activities.ShutdownSignal;
import dev.tenure.activities.http.BaseUrl;
import dev.tenure.activities.http.HttpExchange;
import dev.tenure.activities.http.HttpLimits;
import dev.tenure.activities.http.HttpSettings;
import dev.tenure.activities.marketplace.Allowance;
import dev.tenure.activities.marketplace.HttpTransport;
import dev.tenure.activities.marketplace.Transport;
import dev.tenure.activities.opencontract.client.OpenContractClient;
import dev.tenure.activities.opencontract.signer.PaymentSigner;
import dev.tenure.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/**
 * The sandbox's OpenContract on a clock of the test's. Its Workers and Backup Agents are simulated,
 * and act when they are told; it shares no code with the client.
 */
public final class OpenContractSandbox implements InstantSource, AutoCloseable {

  private static final Instant BEGINNING = Instant.parse("2026-11-21T10:00:00Z");
  private static final HttpExchange HTTP = new HttpExchange(HttpSettings.DIRECT);
  private static final String PAYMENT = "PAYMENT-SIGNATURE";

  private final AtomicReference<Instant> now = new AtomicReference<>(BEGINNING);
  private final HttpClient http = HttpClient.newHttpClient();
  private final Sandbox sandbox = Sandbox.start(RealJournal.properties(), this);

  @Override
  public Instant instant() {
    return now.get();
  }

  /** Forgets everything but the time. */
  public void reset() {
    control("DELETE", "/faults", "");
    control("POST", "/reset", "");
    control("POST", "/opencontract/reset", "");
    settings("{\"requestsPerMinute\": 0}");
    people("{}");
  }

  /** Lets time pass for the client and the marketplace alike. */
  public void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  public BaseUrl base() {
    return BaseUrl.below(sandbox.openContractUrl(), OpenContractClient.PATH, false);
  }

  /** Its calls are given up after that time. */
  public UnaryOperator<Transport> givingUpAfter(Duration patience) {
    return usual ->
        new HttpTransport(
            HTTP, base(), null, new HttpLimits(patience, HttpLimits.USUAL.bodyBytes()));
  }

  /** A client of an address, without a limit of its own. */
  public OpenContractClient client(PaymentSigner signer, UnaryOperator<Transport> between) {
    return new OpenContractClient(
        between.apply(new HttpTransport(HTTP, base(), null, HttpLimits.USUAL)),
        new Allowance(100_000),
        signer,
        "tenure",
        new ShutdownSignal(),
        this);
  }

  /** The first call that brings a payment meets that fault. */
  public UnaryOperator<Transport> faultOnPayment(String kind) {
    AtomicBoolean ordered = new AtomicBoolean();
    return transport ->
        call -> {
          if (call.headers().containsKey(PAYMENT) && !ordered.getAndSet(true)) {
            fault("POST", call.path(), "\"kind\": \"" + kind + "\"");
          }
          return transport.send(call);
        };
  }

  /**
   * The next call of that kind meets a fault.
   *
   * @param path below the API's own
   * @param fields of the order, as the sandbox's documents have them
   */
  public void fault(String method, String path, String fields) {
    control(
        "POST",
        "/faults",
        "{%s, \"method\": \"%s\", \"path\": \"%s\"}"
            .formatted(fields, method, base().path() + path));
  }

  public void settings(String json) {
    control("PUT", "/opencontract/settings", json);
  }

  /** What an address has, in units. */
  public long balance(String address) {
    return control("GET", "/opencontract/agents/" + address, "").path("balanceUnits").asLong();
  }

  public void setBalance(String address, long units) {
    control("PUT", "/opencontract/agents/" + address, "{\"balanceUnits\": %d}".formatted(units));
  }

  /** The address of a simulated Worker. */
  public String worker() {
    return control("GET", "/opencontract/play-wallets/worker-1", "").path("address").asText();
  }

  /** The Workers do that to every contract that is open: {@code accept}, {@code deliver}, … */
  public void workersDo(String habit) {
    people("{\"workers\": {\"rivals\": 1, \"%s\": 1, \"delayMs\": 1000}}".formatted(habit));
    advance(Duration.ofSeconds(2));
    people("{}");
  }

  /** Three Backup Agents vote so; {@code met} is the share of criteria that they find met. */
  public void vote(double met, double notMet) {
    people(
        "{\"backups\": {\"votes\": 3, \"met\": %s, \"notMet\": %s, \"delayMs\": 1000}}"
            .formatted(met, notMet));
    advance(Duration.ofSeconds(2));
    people("{}");
  }

  /** The marketplace's time goes on, and with it what was planned. */
  public void advance(Duration time) {
    control("POST", "/clock/advance", "{\"ms\": %d}".formatted(time.toMillis()));
  }

  /** Every wallet of a contract: {@code wallets}, and {@code violations} of conservation. */
  public JsonNode wallets() {
    return control("GET", "/opencontract/wallets", "");
  }

  private void people(String json) {
    control("PUT", "/opencontract/people", json);
  }

  /** One of the sandbox's own controls. */
  public JsonNode control(String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base().origin() + "/sandbox" + path))
            .timeout(Duration.ofSeconds(30))
            .method(method, BodyPublishers.ofString(body));
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode())
          .as("%s %s: %s", method, path, answer.body())
          .isBetween(200, 299);
      return Samples.tree(answer.body().isEmpty() ? "{}" : answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
