package dev.tenure.activities.opencontract.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.activities.Samples;
import dev.tenure.activities.opencontract.client.json.ChallengeJson;
import dev.tenure.activities.opencontract.client.json.EnvelopeJson;
import dev.tenure.activities.opencontract.client.json.IssuedKeyJson;
import dev.tenure.activities.opencontract.client.json.ListedKeyJson;
import dev.tenure.activities.opencontract.client.json.ProtocolJson;
import dev.tenure.activities.opencontract.client.json.ResumeJson;
import dev.tenure.activities.opencontract.client.json.RevocationJson;
import dev.tenure.activities.opencontract.client.json.VoteJson;
import dev.tenure.activities.opencontract.signer.Address;
import dev.tenure.model.money.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every body but the contract's own, as revisions R1 and R2 of the documents show them. */
class BodiesTest {

  private static final Instant MATCH = Instant.parse("2026-09-01T12:00:00Z");
  private static final Address WORKER = new Address("0x" + "ab".repeat(20));

  @Test
  void aChallengeAndTheKeysAreRead() {
    assertThat(read("{\"challengeId\":\"ch_1\",\"message\":\"Sign\\nme\"}", ChallengeJson.class))
        .isEqualTo(new ChallengeJson("ch_1", "Sign\nme"));
    IssuedKeyJson issued =
        read(
            "{\"address\":\"0xab\",\"apiKey\":\"oc_live_secret\",\"keyId\":\"k1\",\"label\":null}",
            IssuedKeyJson.class);
    assertThat(issued).isEqualTo(new IssuedKeyJson("0xab", "oc_live_secret", "k1", null));
    assertThat(issued.toString()).doesNotContain("oc_live");
    assertThat(
            read(
                "{\"id\":\"k1\",\"label\":\"x\",\"createdAt\":\"2026-06-01T00:00:00Z\",\"revokedAt\":null}",
                ListedKeyJson.class))
        .isEqualTo(new ListedKeyJson("k1", "x", "2026-06-01T00:00:00Z", null));
    assertThat(read("{\"address\":\"0xab\",\"revokedCount\":2}", RevocationJson.class))
        .isEqualTo(new RevocationJson("0xab", 2));
  }

  @Test
  void aVoteIsReadBeforeAndAfterTheTally() {
    String open =
        "{\"contractId\":\"c\",\"backupAgent\":\"0xb\",\"criterionIndex\":0,\"vote\":\"not met\",\"majorityOutcome\":null,\"bondOutcome\":null,\"reward\":null}";
    assertThat(read(open, VoteJson.class))
        .isEqualTo(new VoteJson("c", "0xb", 0, "not met", null, null, null));
    VoteJson tallied =
        read(
            open.replace("\"majorityOutcome\":null", "\"majorityOutcome\":\"unclear\"")
                .replace("\"bondOutcome\":null", "\"bondOutcome\":\"partially slashed\"")
                .replace("\"reward\":null", "\"reward\":4"),
            VoteJson.class);
    assertThat(tallied.majorityOutcome()).isEqualTo("unclear");
    assertThat(tallied.bondOutcome()).isEqualTo("partially slashed");
    assertThat(tallied.reward()).isEqualByComparingTo("4");
  }

  @Test
  void ratiosAreDecimalToTheLastDigit() {
    ProtocolJson protocol =
        read(
            "{\"protocolFee\":0.05,\"workerStakeRatio\":0.05,\"disputeBondRatio\":0.055,\"baVotingWindow\":\"PT24H\",\"baRecruitCount\":null,\"new\":1}",
            ProtocolJson.class);
    assertThat(protocol.disputeBondRatio()).isEqualTo(new BigDecimal("0.055"));
    assertThat(protocol.baVotingWindow()).isEqualTo("PT24H");
    assertThat(protocol.baRecruitCount()).isNull();
    assertThat(protocol.earlyWithdrawalSlashRatio()).isNull();
  }

  @Test
  void aResumeOfEitherRevisionIsRead() {
    ResumeJson later =
        read(
            "{\"agentId\":\"0xab\",\"approvalRate\":0.5,\"disputeRecord\":{\"total\":1,\"upheld\":0,\"rejected\":1},\"completedContracts\":3}",
            ResumeJson.class);
    assertThat(later.agentId()).isEqualTo("0xab");
    assertThat(Objects.requireNonNull(later.disputeRecord()).isObject()).isTrue();
    ResumeJson earlier =
        read(
            "{\"address\":\"0xab\",\"disputeRecord\":[],\"completedContracts\":3}",
            ResumeJson.class);
    assertThat(earlier.address()).isEqualTo("0xab");
    assertThat(Objects.requireNonNull(earlier.disputeRecord()).isArray()).isTrue();
    assertThat(earlier.completedContracts()).isEqualTo(3);
  }

  @Test
  void anEnvelopeMayLackItsMeta() {
    EnvelopeJson bare = envelope("{\"data\":[]}");
    assertThat(bare.meta()).isNull();
    EnvelopeJson full =
        envelope("{\"data\":[],\"meta\":{\"requestId\":\"req_1\",\"nextCursor\":\"n\"}}");
    assertThat(Objects.requireNonNull(full.meta()).nextCursor()).isEqualTo("n");
  }

  @Test
  void aCreationIsWrittenWithTheFieldsOfTheDocumentsAndTheSameBytesEachTime() {
    String body = String.valueOf(OpenContractClient.creation(contract("80", WORKER, "k-1")).body());
    assertThat(Samples.tree(body))
        .isEqualTo(
            Samples.tree(
                """
                {"title":"Receipts k-1","taskDescription":"Label them","acceptanceCriteria":["all"],
                 "contractType":"fixed","awardMethod":"direct_award",
                 "worker":"0xabababababababababababababababababababab","budgetOrPrice":"80.000000",
                 "matchDeadline":"2026-09-01T12:00:00Z","withdrawalDeadline":"2026-09-02T12:00:00Z",
                 "deliveryDeadline":"2026-09-05T12:00:00Z","reviewDeadline":"2026-09-08T12:00:00Z",
                 "verificationMode":"privacy-preserving","idempotencyKey":"k-1"}
                """));
    assertThat(OpenContractClient.creation(contract("80", WORKER, "k-1")).body()).isEqualTo(body);
  }

  @Test
  void anOpenTenderNamesNoWorker() {
    assertThat(OpenContractClient.creation(contract("80", null, "k-1")).body())
        .contains("\"open_tender\"")
        .doesNotContain("\"worker\"");
  }

  @ParameterizedTest
  @CsvSource({
    "0,         k-1, price",
    "0.0000001, k-1, price",
    "-1,        k-1, price",
    "80,        ' ', key"
  })
  void whatOpenContractWouldRefuseIsRefusedByItsField(String price, String key, String field) {
    assertThatThrownBy(() -> contract(price, WORKER, key))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(field);
  }

  private static NewContract contract(String price, @Nullable Address worker, String key) {
    return new NewContract(
        "Receipts " + key,
        "Label them",
        List.of("all"),
        null,
        worker,
        new Money(new BigDecimal(price), "USDC"),
        MATCH,
        Instant.parse("2026-09-02T12:00:00Z"),
        Instant.parse("2026-09-05T12:00:00Z"),
        Instant.parse("2026-09-08T12:00:00Z"),
        key);
  }

  private static <T> T read(String json, Class<T> type) {
    return OpenContractCalls.BODIES.read(json.getBytes(StandardCharsets.UTF_8), type).orElseThrow();
  }

  private static EnvelopeJson envelope(String json) {
    return read(json, EnvelopeJson.class);
  }
}
