package dev.tenure.activities.opencontract.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.activities.RealJournal;
import dev.tenure.activities.http.BaseUrl;
import dev.tenure.activities.http.HttpAnswer;
import dev.tenure.activities.http.HttpExchange;
import dev.tenure.activities.http.HttpSettings;
import dev.tenure.activities.marketplace.MarketplaceException.Unavailable;
import dev.tenure.activities.marketplace.Transport;
import dev.tenure.activities.opencontract.OpenContractSandbox;
import dev.tenure.activities.opencontract.chain.ChainNode;
import dev.tenure.activities.opencontract.client.OpenContractAnswer.Fact;
import dev.tenure.activities.opencontract.signer.Address;
import dev.tenure.activities.opencontract.signer.JournalPaymentIntents;
import dev.tenure.activities.opencontract.signer.LocalPaymentSigner;
import dev.tenure.activities.opencontract.signer.PaymentAuthorizer;
import dev.tenure.activities.opencontract.signer.PaymentRefusedException;
import dev.tenure.activities.opencontract.signer.Signing;
import dev.tenure.journal.payment.PaymentRow;
import dev.tenure.journal.payment.PaymentState;
import dev.tenure.journal.payment.Payments;
import dev.tenure.lifecycle.opencontract.marketplace.PaidAnswer;
import dev.tenure.lifecycle.opencontract.marketplace.WorkingContractStatus;
import dev.tenure.model.money.Money;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The client and the signer at the sandbox's OpenContract, whose signatures are checked for real
 * and whose wallets are counted; the journal is a real one.
 */
class OpenContractSandboxTest {

  @SuppressWarnings("NullAway.Init")
  private static OpenContractSandbox market;

  private final Payments payments = RealJournal.bean(Payments.class);
  private final LocalPaymentSigner signer = signer();
  private final String me = signer.address().text();
  private final Set<String> intents = new LinkedHashSet<>();
  private String key = "";
  private OpenContractClient client = market.client(signer, UnaryOperator.identity());
  private PaidCalls calls = calls(client);

  @BeforeAll
  static void start() {
    market = new OpenContractSandbox();
  }

  @AfterAll
  static void stop() {
    market.close();
  }

  @BeforeEach
  void reset() {
    market.reset();
  }

  @Test
  void anAddressProvesItselfBySignatureAndUsesOneKey() throws Exception {
    client.protocol();
    client.protocol();
    assertThat(client.listKeys())
        .singleElement()
        .satisfies(
            key -> {
              assertThat(key.label()).isEqualTo("tenure");
              assertThat(key.revokedAt()).isNull();
            });
    assertThat(client.keys().issuedAt()).contains(market.instant());
  }

  @Test
  void aKeyIsReplacedBeforeItsLifeEndsAndTheOldOneRevoked() throws Exception {
    client.protocol();
    market.pass(Duration.ofDays(25));
    client.protocol();
    assertThat(client.listKeys()).hasSize(2).filteredOn(key -> key.revokedAt() == null).hasSize(1);
    assertThat(client.keys().issuedAt()).contains(market.instant());
  }

  @Test
  void aKeyThatTheMarketplaceForgotIsAskedForAgainWithinTheCall() throws Exception {
    client.protocol();
    market.pass(Duration.ofMinutes(2));
    market.reset();
    client.protocol();
    assertThat(client.listKeys()).hasSize(1);
  }

  @Test
  void aReplacedKeyThatIsGoneAlreadyNeedsNoRevoking() throws Exception {
    client.protocol();
    market.reset();
    market.pass(Duration.ofDays(25));
    client.protocol();
    client.protocol();
    assertThat(client.listKeys())
        .singleElement()
        .satisfies(key -> assertThat(key.revokedAt()).isNull());
  }

  @Test
  void aChallengeThatTheMarketplaceDoesNotKnowIsToldAsSuch() throws Exception {
    market.fault(
        "POST",
        "/agents/*/challenge",
        "\"kind\": \"substitute\", \"pattern\": \"challenge_\", \"replacement\": \"forged_\"");
    assertThat(refused(client::protocol).tells(Fact.INVALID_CHALLENGE)).isTrue();
    client.protocol();
  }

  @Test
  void anAddressOfAnotherKeyIsNotAccepted() {
    market.fault(
        "POST",
        "/agents/*/challenge",
        "\"kind\": \"substitute\", \"pattern\": \"Sign in\", \"replacement\": \"Sign out\"");
    OpenContractRefusal refused = refused(client::protocol);
    assertThat(refused.meaning()).isInstanceOf(OpenContractAnswer.KeyRefused.class);
    assertThat(refused.certain()).isTrue();
  }

  @Test
  void aCreationIsQuotedPaidAndSettledAndReadsAsItWasAsked() throws Exception {
    NewContract asked = direct("80.5");
    PaidAnswer.Paid paid = paid(calls.create(asked));
    WorkingContract contract = client.contract(paid.contract().id());
    assertThat(contract.snapshot()).isEqualTo(paid.contract());
    assertThat(contract.knownStatus()).contains(WorkingContractStatus.CREATED);
    assertThat(contract.missing()).isEmpty();
    assertThat(contract.title()).isEqualTo(asked.title());
    assertThat(contract.client()).isEqualTo(me);
    assertThat(Address.of("worker", String.valueOf(contract.worker()))).isEqualTo(asked.worker());
    assertThat(contract.price()).isEqualByComparingTo(asked.price());
    assertThat(contract.escrowedFunds()).isEqualByComparingTo(asked.price());
    assertThat(contract.acceptanceCriteria()).isEqualTo(asked.acceptanceCriteria());
    assertThat(contract.matchDeadline()).isEqualTo(asked.matchDeadline());
    assertThat(contract.withdrawalDeadline()).isEqualTo(asked.withdrawalDeadline());
    assertThat(contract.deliveryDeadline()).isEqualTo(asked.deliveryDeadline());
    assertThat(contract.reviewDeadline()).isEqualTo(asked.reviewDeadline());
    assertThat(paid.transaction()).matches("0x[0-9a-f]{64}");
    assertThat(spent()).isEqualTo(80_500_000);
    walletsEqualTheRecord();
  }

  @Test
  void anOpenTenderIsCreatedWithoutAWorkerAndMatchedByOne() throws Exception {
    String id = paid(calls.create(open("12"))).contract().id();
    assertThat(client.contract(id).worker()).isNull();
    market.workersDo("accept");
    WorkingContract matched = client.contract(id);
    assertThat(matched.knownStatus()).contains(WorkingContractStatus.MATCHED);
    assertThat(matched.worker()).isEqualTo(market.worker());
    assertThat(matched.workerStake()).isEqualByComparingTo(Signing.usdc("0.6"));
  }

  @Test
  void aQuoteThatStandsInTheBodyAloneIsPaidInTheFirstVersion() throws Exception {
    market.settings("{\"quoteInBody\": true}");
    List<String> headers = new ArrayList<>();
    through(
        transport ->
            call -> {
              headers.addAll(call.headers().keySet());
              HttpAnswer answer = transport.send(call);
              return answer.status() == 402 ? HttpAnswer.of(402, Map.of(), answer.body()) : answer;
            });
    paid(calls.create(direct("3")));
    assertThat(headers).contains("X-PAYMENT").doesNotContain("PAYMENT-SIGNATURE");
    walletsEqualTheRecord();
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop_answer", "truncate", "not_json"})
  void aCreationWhoseAnswerIsLostAfterItWasSettledIsFoundAndPaidOnce(String fault)
      throws Exception {
    NewContract asked = direct("80");
    through(market.faultOnPayment(fault));
    assertThat(lost(() -> calls.create(asked)).mayHaveRun()).isTrue();
    assertThat(spent()).isEqualTo(80_000_000);
    through(UnaryOperator.identity());
    PaidAnswer.Paid found = paid(calls.create(asked));
    assertThat(found.contract().title()).isEqualTo(asked.title());
    assertThat(spent()).isEqualTo(80_000_000);
    walletsEqualTheRecord();
  }

  @Test
  void aPaymentThatNeverArrivedIsSentAgainAsItWas() throws Exception {
    NewContract asked = direct("80");
    through(market.faultOnPayment("refuse"));
    lost(() -> calls.create(asked));
    assertThat(spent()).isZero();
    String nonce = row("create:" + asked.key()).nonce();
    through(UnaryOperator.identity());
    paid(calls.create(asked));
    assertThat(row("create:" + asked.key()).nonce()).isEqualTo(nonce);
    assertThat(spent()).isEqualTo(80_000_000);
    walletsEqualTheRecord();
  }

  @Test
  void aLostCreationIsFoundByItsTitleBehindMoreThanAPageOfOthers() throws Exception {
    NewContract asked = direct("1");
    through(market.faultOnPayment("drop_answer"));
    lost(() -> calls.create(asked));
    through(UnaryOperator.identity());
    for (int other = 0; other < 101; other++) {
      paid(calls.create(direct("0.000001")));
    }
    OpenContractClient.ContractsPage first = client.contractsOf(signer.address(), null);
    assertThat(first.rows()).hasSize(100).noneMatch(row -> asked.title().equals(row.title()));
    assertThat(first.nextCursor()).isNotNull();
    assertThat(paid(calls.create(asked)).contract().title()).isEqualTo(asked.title());
    assertThat(spent()).isEqualTo(1_000_101);
  }

  @Test
  void anEmptyWalletIsNamedAndNothingIsPaidUntilItIsFull() throws Exception {
    market.setBalance(me, 79_999_999);
    NewContract asked = direct("80");
    PaidAnswer outcome = calls.create(asked);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            PaidAnswer.Uncertain.class,
            uncertain -> assertThat(uncertain.words()).contains("insufficient_funds"));
    market.setBalance(me, 100_000_000);
    market.pass(Duration.ofMinutes(4));
    paid(calls.create(asked));
    assertThat(market.balance(me)).isEqualTo(20_000_000);
    walletsEqualTheRecord();
  }

  @Test
  void whatIsAboveALimitIsNotSignedAndNothingIsPaid() {
    NewContract asked = direct("500.000001");
    PaymentRefusedException refused =
        Objects.requireNonNull(
            catchThrowableOfType(PaymentRefusedException.class, () -> calls.create(asked)));
    assertThat(refused.field()).isEqualTo("amount");
    assertThat(spent()).isZero();
    assertThat(payments.find("create:" + asked.key())).isEmpty();
  }

  @Test
  void aContractThatNobodyAcceptedIsTakenBackWithAllItsMoney() throws Exception {
    String id = paid(calls.create(direct("80"))).contract().id();
    WorkingContract cancelled = client.cancel(id);
    assertThat(cancelled.knownStatus()).contains(WorkingContractStatus.CANCELLED_BY_CLIENT);
    assertThat(refused(() -> client.cancel(id)).tells(Fact.CONFLICT)).isTrue();
    settle();
    assertThat(spent()).isZero();
    walletsEqualTheRecord();
  }

  @Test
  void aCreationIsNotPaidAgainAfterItWasCancelled() throws Exception {
    NewContract asked = direct("80");
    client.cancel(paid(calls.create(asked)).contract().id());
    settle();
    assertThat(paid(calls.create(asked)).contract().status()).isEqualTo("cancelled-by-client");
    assertThat(spent()).isZero();
  }

  @Test
  void aDeclinedContractComesBackWithAllItsMoney() throws Exception {
    String id = paid(calls.create(direct("80"))).contract().id();
    market.workersDo("decline");
    assertThat(client.contract(id).knownStatus())
        .contains(WorkingContractStatus.CANCELLED_UNMATCHED);
    settle();
    assertThat(spent()).isZero();
    walletsEqualTheRecord();
  }

  @Test
  void anApprovedDeliveryIsPaidToTheWorkerLessTheFee() throws Exception {
    String id = delivered("100");
    WorkingContract approved = client.approve(id);
    assertThat(approved.knownStatus()).contains(WorkingContractStatus.RESOLVED);
    assertThat(approved.criteriaMet()).containsExactly("met", "met", "met");
    settle();
    WorkingContract settled = client.contract(id);
    assertThat(settled.knownStatus()).contains(WorkingContractStatus.SETTLED_FULLY_MET);
    assertThat(settled.missing()).isEmpty();
    assertThat(spent()).isEqualTo(100_000_000);
    walletsEqualTheRecord();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, SETTLED_NONE_MET, -4000000",
    "1, 0, SETTLED_FULLY_MET, 105000000",
    "0, 0, SETTLED_FULLY_MET, 105000000"
  })
  void aDisputeLocksItsBondAndEndsAsTheVotesSay(
      double met, double notMet, WorkingContractStatus end, long spent) throws Exception {
    String id = delivered("100");
    PaidAnswer.Paid disputed = paid(dispute(id));
    assertThat(disputed.contract().status()).isEqualTo("disputed");
    assertThat(disputed.contract().bond()).isEqualByComparingTo(Signing.usdc("5"));
    assertThat(spent()).isEqualTo(105_000_000);
    market.vote(met, notMet);
    assertThat(client.votes(id).read()).hasSize(9).allMatch(vote -> vote.majorityOutcome() != null);
    settle();
    assertThat(client.contract(id).knownStatus()).contains(end);
    assertThat(spent()).isEqualTo(spent);
    walletsEqualTheRecord();
  }

  @Test
  void aDisputeWhoseAnswerIsLostLocksItsBondOnce() throws Exception {
    String id = delivered("100");
    through(market.faultOnPayment("drop_answer"));
    assertThat(lost(() -> dispute(id)).mayHaveRun()).isTrue();
    through(UnaryOperator.identity());
    assertThat(paid(dispute(id)).contract().status()).isEqualTo("disputed");
    assertThat(spent()).isEqualTo(105_000_000);
    walletsEqualTheRecord();
  }

  @Test
  void aDisputeAfterTheReviewDeadlineIsOvertakenAndNothingIsSigned() throws Exception {
    String id = delivered("100");
    market.advance(Duration.ofDays(9));
    PaidAnswer answer = dispute(id);
    assertThat(answer)
        .isInstanceOfSatisfying(
            PaidAnswer.Overtaken.class,
            overtaken -> assertThat(overtaken.contract().status()).isEqualTo("settled-fully-met"));
    assertThat(payments.find("dispute:" + key)).isEmpty();
  }

  @Test
  void aBondIntoAnotherWalletThanThePriceIsNotSigned() throws Exception {
    paid(calls.create(direct("80")));
    String other = key;
    String id = delivered("100");
    PaymentRefusedException refused =
        Objects.requireNonNull(
            catchThrowableOfType(
                PaymentRefusedException.class, () -> calls.dispute(id, Signing.usdc("5"), other)));
    assertThat(refused.field()).isEqualTo("payTo");
  }

  @Test
  void theProtocolsParametersAndARecordAreRead() throws Exception {
    assertThat(client.protocol().disputeBondRatio()).isEqualByComparingTo("0.05");
    assertThat(client.protocol().baVotingWindow()).isEqualTo("PT24H");
    assertThat(client.resume(signer.address())).isEmpty();
    client.approve(delivered("100"));
    settle();
    assertThat(client.resume(signer.address()).orElseThrow().paymentReliability())
        .isEqualByComparingTo("1");
  }

  @Test
  void theSandboxTellsTheBalanceAsANodeWould() throws Exception {
    paid(calls.create(direct("80")));
    BaseUrl node = BaseUrl.below(market.base().origin() + "/sandbox/opencontract/rpc", "", false);
    Money balance;
    try (HttpExchange http = new HttpExchange(HttpSettings.DIRECT)) {
      balance = new ChainNode(http, node).balance(signer.address(), Signing.policy("1", "1"));
    }
    assertThat(balance).isEqualByComparingTo(Signing.usdc("999920"));
  }

  @Test
  void whatAnotherAddressMustNotDoIsForbidden() throws Exception {
    String id = paid(calls.create(direct("80"))).contract().id();
    OpenContractClient stranger = market.client(signer(), UnaryOperator.identity());
    OpenContractRefusal refused = refused(() -> stranger.cancel(id));
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.meaning()).isInstanceOf(OpenContractAnswer.Barred.class);
  }

  @Test
  void anUnknownContractIsAbsentAndAnEarlyApprovalAConflict() throws Exception {
    assertThat(refused(() -> client.contract("contract_unheard_of")).meaning())
        .isInstanceOf(OpenContractAnswer.Absent.class);
    String id = paid(calls.create(direct("80"))).contract().id();
    assertThat(refused(() -> client.approve(id)).tells(Fact.CONFLICT)).isTrue();
  }

  @Test
  void theSameBytesTwiceAreADuplicate() throws Exception {
    NewContract asked = direct("80");
    paid(calls.create(asked));
    OpenContractRefusal refused = refused(() -> quote(asked));
    assertThat(refused.tells(Fact.DUPLICATE_CONTRACT)).isTrue();
  }

  @Test
  void aCreationWhoseDeadlineHasPassedIsBarredByTheFieldsName() {
    NewContract asked = direct("80");
    market.pass(Duration.ofDays(2));
    OpenContractRefusal refused = refused(() -> calls.create(asked));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.asObstacle().words()).contains("matchDeadline");
  }

  @Test
  void aSixthUnpaidCreationIsLimitedUntilAQuoteHasDied() throws Exception {
    for (int attempt = 0; attempt < 5; attempt++) {
      assertThat(quote(direct("1"))).isInstanceOf(OpenContractClient.Payable.Due.class);
    }
    NewContract sixth = direct("1");
    Unavailable limited = lost(() -> calls.create(sixth));
    assertThat(limited.limited()).isTrue();
    assertThat(limited.mayHaveRun()).isFalse();
    assertThat(limited.retryAfter()).isEqualTo(Duration.ofSeconds(30));
    market.pass(Duration.ofMinutes(30));
    paid(calls.create(sixth));
  }

  @Test
  void callsBeyondTheRateAreLimitedWithTheirWaitAndNothingIsLost() throws Exception {
    NewContract asked = direct("80");
    client.protocol();
    market.settings("{\"requestsPerMinute\": 1}");
    Unavailable limited = lost(() -> calls.create(asked));
    assertThat(limited.limited()).isTrue();
    assertThat(limited.mayHaveRun()).isFalse();
    assertThat(limited.retryAfter()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(60));
    market.settings("{\"requestsPerMinute\": 3}");
    for (int minute = 0; minute < 5 && spent() == 0; minute++) {
      market.pass(Duration.ofMinutes(1));
      calls.create(asked);
    }
    assertThat(spent()).isEqualTo(80_000_000);
    walletsEqualTheRecord();
  }

  @ParameterizedTest
  @CsvSource({"500", "503"})
  void aFaultOfTheServerMayHaveRun(int status) {
    market.fault("POST", "/contracts", "\"kind\": \"status\", \"status\": " + status);
    Unavailable broken = lost(() -> calls.create(direct("80")));
    assertThat(broken.mayHaveRun()).isTrue();
    assertThat(broken.limited()).isFalse();
  }

  private String delivered(String price) throws Exception {
    String id = paid(calls.create(direct(price))).contract().id();
    market.workersDo("accept");
    market.workersDo("deliver");
    assertThat(client.contract(id).knownStatus()).contains(WorkingContractStatus.UNDER_REVIEW);
    return id;
  }

  /** Disputes the contract that was created last. */
  private PaidAnswer dispute(String id) throws Exception {
    intents.add("dispute:" + key);
    return calls.dispute(id, Signing.usdc("5"), key);
  }

  private OpenContractClient.Payable quote(NewContract contract)
      throws OpenContractRefusal, Unavailable {
    try (PaymentAttempt attempt = client.attempt(OpenContractClient.creation(contract), true)) {
      return attempt.quote();
    }
  }

  /** The reviewers of the marketplace let the money go. */
  private static void settle() {
    market.advance(Duration.ofDays(2));
  }

  /** As after a restart: everything but the journal and the signer's key is new. */
  private void through(UnaryOperator<Transport> between) {
    client = market.client(signer, between);
    calls = calls(client);
  }

  private PaidCalls calls(OpenContractClient by) {
    return new PaidCalls(
        by,
        new PaymentAuthorizer(
            signer, Signing.policy("500", "5000"), new JournalPaymentIntents(payments), market),
        market);
  }

  private static LocalPaymentSigner signer() {
    return Signing.signerOf(
        "%s%s".formatted(UUID.randomUUID(), UUID.randomUUID()).replace("-", ""));
  }

  private NewContract direct(String price) {
    return contract(price, new Address(market.worker()));
  }

  private NewContract open(String price) {
    return contract(price, null);
  }

  private NewContract contract(String price, @Nullable Address worker) {
    key = UUID.randomUUID().toString();
    Instant now = market.instant();
    intents.add("create:" + key);
    return new NewContract(
        "Receipts [" + key + "]",
        "Label them",
        List.of("all are there", "totals match", "none twice"),
        null,
        worker,
        Signing.usdc(price),
        now.plus(Duration.ofDays(1)),
        now.plus(Duration.ofDays(2)),
        now.plus(Duration.ofDays(3)),
        now.plus(Duration.ofDays(8)),
        key);
  }

  private PaymentRow row(String intent) {
    return payments.find(intent).orElseThrow();
  }

  /** What the payer's balance went down by. */
  private long spent() {
    return 1_000_000_000_000L - market.balance(me);
  }

  /** Each wallet gives out what it took in, and took from the payer what the journal says. */
  private void walletsEqualTheRecord() {
    JsonNode audit = market.wallets();
    assertThat(audit.path("violations")).isEmpty();
    List<String> moved = new ArrayList<>();
    for (JsonNode wallet : audit.path("wallets")) {
      for (JsonNode transfer : wallet.path("transfers")) {
        if (transfer.path("direction").asText().equals("in")
            && transfer.path("party").asText().equals(me)) {
          moved.add(
              wallet.path("address").asText()
                  + " "
                  + transfer.path("units").asText()
                  + " "
                  + transfer.path("transaction").asText());
        }
      }
    }
    List<String> recorded = new ArrayList<>();
    for (String intent : intents) {
      payments
          .find(intent)
          .ifPresent(
              payment -> {
                assertThat(payment.state()).isEqualTo(PaymentState.SETTLED);
                recorded.add(payee(payment, moved));
              });
    }
    assertThat(recorded).containsExactlyInAnyOrderElementsOf(moved);
  }

  /** The transaction of a payment whose answer was lost was never told. */
  private static String payee(PaymentRow payment, List<String> moved) {
    BigInteger units = payment.units();
    String to = payment.payee() + " " + units;
    return payment.transaction() == null
        ? moved.stream().filter(one -> one.startsWith(to + " ")).findFirst().orElse(to)
        : to + " " + payment.transaction();
  }

  private static PaidAnswer.Paid paid(PaidAnswer outcome) {
    assertThat(outcome).isInstanceOf(PaidAnswer.Paid.class);
    return (PaidAnswer.Paid) outcome;
  }

  private static Unavailable lost(Callable<?> call) {
    return Objects.requireNonNull(catchThrowableOfType(Unavailable.class, call::call));
  }

  private static OpenContractRefusal refused(Callable<?> call) {
    return Objects.requireNonNull(catchThrowableOfType(OpenContractRefusal.class, call::call));
  }
}
