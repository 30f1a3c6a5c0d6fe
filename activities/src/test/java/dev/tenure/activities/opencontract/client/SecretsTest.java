package dev.tenure.activities.opencontract.client;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.tenure.activities.Marketplace;
import dev.tenure.activities.Marketplace.Reply;
import dev.tenure.activities.RealJournal;
import dev.tenure.activities.ShutdownSignal;
import dev.tenure.activities.http.BaseUrl;
import dev.tenure.activities.http.HttpExchange;
import dev.tenure.activities.http.HttpLimits;
import dev.tenure.activities.http.HttpSettings;
import dev.tenure.activities.marketplace.Allowance;
import dev.tenure.activities.marketplace.Call;
import dev.tenure.activities.marketplace.HttpTransport;
import dev.tenure.activities.opencontract.client.PayingServer.Fault;
import dev.tenure.activities.opencontract.signer.Address;
import dev.tenure.activities.opencontract.signer.JournalPaymentIntents;
import dev.tenure.activities.opencontract.signer.KeySource;
import dev.tenure.activities.opencontract.signer.LocalPaymentSigner;
import dev.tenure.activities.opencontract.signer.PaymentAuthorizer;
import dev.tenure.activities.opencontract.signer.Signing;
import dev.tenure.journal.payment.Payments;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A key that was planted is nowhere in what a log, a history, a page or the journal is given. */
class SecretsTest {

  private static final String KEY = "7f" + "0badc0ffee1".repeat(5) + "7654321";
  private static final String API_KEY = "oc_live_planted";

  /** How the base64 of every payment begins, in lower case as all that is looked through. */
  private static final String PAYMENT = "eyj4ndaydmvyc2lvbii6";

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final HttpExchange HTTP = new HttpExchange(HttpSettings.DIRECT);
  private static final HttpLimits LIMITS = new HttpLimits(Duration.ofSeconds(20), 1 << 20);

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final List<String> told = new ArrayList<>();
  private Level before = Level.INFO;

  @BeforeEach
  void listen() {
    before = root.getLevel();
    log.start();
    root.addAppender(log);
    root.setLevel(Level.TRACE);
  }

  @AfterEach
  void stop() {
    root.setLevel(before);
    root.detachAppender(log);
  }

  @Test
  void neitherThePrivateKeyNorTheApiKeyIsToldAnywhere() throws Exception {
    KeySource source =
        new KeySource.KeyCommand("OC_KEY_COMMAND", "printf " + KEY, Duration.ofSeconds(20));
    tell(source);
    LocalPaymentSigner signer = LocalPaymentSigner.of(source, null);
    tell(signer);
    try {
      LocalPaymentSigner.of(source, Signing.WALLET);
    } catch (IllegalArgumentException e) {
      tell(e);
    }
    pay(signer);
    refuse(signer);
    log.list.forEach(
        event -> {
          told.add(event.getFormattedMessage());
          told.add(
              event.getThrowableProxy() == null
                  ? ""
                  : ThrowableProxyUtil.asString(event.getThrowableProxy()));
        });
    String all = String.join("\n", told).toLowerCase(Locale.ROOT);
    assertThat(all).contains(signer.address().text());
    assertThat(all).doesNotContain(KEY, new BigInteger(KEY, 16).toString(), API_KEY, PAYMENT);
  }

  /** Every fault, so that every exception is told. */
  private void pay(LocalPaymentSigner signer) {
    for (Fault fault : Fault.values()) {
      try (PayingServer server = new PayingServer(() -> NOW)) {
        server.fault = fault;
        OpenContractClient client = client(signer, server.base());
        JournalPaymentIntents intents = new JournalPaymentIntents(RealJournal.bean(Payments.class));
        PaymentAuthorizer authorizer =
            new PaymentAuthorizer(signer, Signing.policy("100", "100000"), intents, () -> NOW);
        PaidCalls calls = new PaidCalls(client, authorizer, () -> NOW);
        String key = "k-" + UUID.randomUUID();
        tell(client);
        tell(authorizer);
        tell(client.keys());
        try {
          tell(calls.create(contract(key)));
        } catch (Exception e) {
          tell(e);
        }
        tell(intents.find("create:" + key));
        tell(RealJournal.bean(Payments.class).find("create:" + key));
      }
    }
  }

  /** A server that repeats what it was sent. */
  private void refuse(LocalPaymentSigner signer) {
    try (Marketplace market = new Marketplace(OpenContractClient.PATH)) {
      String me = "/agents/" + signer.address().text();
      market
          .on(
              "POST",
              me + "/challenge",
              Reply.json(200, "{\"data\":{\"challengeId\":\"c\",\"message\":\"m\"}}"))
          .on(
              "POST",
              me + "/api-key",
              Reply.json(201, "{\"data\":{\"apiKey\":\"" + API_KEY + "\",\"keyId\":\"k\"}}"))
          .on(
              "GET",
              "/protocol",
              Reply.json(
                  403,
                  "{\"error\":{\"code\":\"forbidden\",\"message\":\"not with " + API_KEY + "\"}}"));
      OpenContractClient client = client(signer, market.base());
      tell(Call.get("/x").with("Authorization", "Bearer " + API_KEY));
      try {
        client.protocol();
      } catch (Exception e) {
        tell(e);
      }
    }
  }

  private static OpenContractClient client(LocalPaymentSigner signer, BaseUrl base) {
    return new OpenContractClient(
        new HttpTransport(HTTP, base, null, LIMITS),
        new Allowance(1000),
        signer,
        "tenure",
        new ShutdownSignal(),
        () -> NOW);
  }

  private void tell(Object value) {
    told.add(value.toString());
    if (value instanceof Throwable failure) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      told.add(trace.toString());
    }
  }

  private static NewContract contract(String key) {
    return new NewContract(
        "Receipts [" + key + "]",
        "Label them",
        List.of("all"),
        null,
        new Address("0x" + "cc".repeat(20)),
        Signing.usdc("80"),
        NOW.plus(Duration.ofDays(1)),
        NOW.plus(Duration.ofDays(2)),
        NOW.plus(Duration.ofDays(3)),
        NOW.plus(Duration.ofDays(4)),
        key);
  }
}
