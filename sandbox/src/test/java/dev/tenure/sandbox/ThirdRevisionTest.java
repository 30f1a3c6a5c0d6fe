package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What OpenContract's later documents add, behind its setting. */
class ThirdRevisionTest extends OpenContractTest {
  private static final String EVIDENCE = "{\"evidence\": {\"note\": \"late\"}}";
  private static final List<String> ADDED =
      List.of("initiator", "application", "applicationMetadata");

  @BeforeEach
  void switchOn() {
    settings("{\"thirdRevision\": true}");
  }

  @ParameterizedTest
  @CsvSource({
    "POST,/contracts/{id}/checkpoint",
    "GET,/contracts/{id}/checkpoints",
    "POST,/contracts/{id}/complaints",
    "GET,/contracts/{id}/complaints",
    "POST,/agents/me/profile",
    "GET,/agents/{address}/profile"
  })
  void withoutTheSettingItsCallsAreUnknownPaths(String method, String path) {
    String id = matched(direct());
    settings("{\"thirdRevision\": false}");
    String there = path.replace("{id}", id).replace("{address}", client.address());
    refused(method.equals("GET") ? client.get(there) : worker.post(there, "{}"), 404, "not_found");
  }

  @Test
  void withoutTheSettingAnswersAreThoseOfTheSecondRevisionAndItsFieldsAreNotLookedAt() {
    settings("{\"thirdRevision\": false}");
    String id =
        created(
            direct().with("application", 7).with("applicationMetadata", 7).with("initiator", 7));
    assertThat(read(id).body()).doesNotContain(ADDED);
    ok(client.post("/contracts/" + id + "/cancel", ""));
    assertThat(status(id)).isEqualTo("cancelled-by-client");
    assertThat(client.get("/agents/" + client.address() + "/resume").body())
        .doesNotContain("complaintRecord");
    refused(client.get("/contracts?status=cancelled-by-initiator"), 400, "invalid_request");
  }

  @Test
  void aContractSaysWhoBeganItAndForWhichApplication() {
    Reply plain = read(created(direct()));
    assertThat(plain.text("data.initiator")).isEqualTo("client");
    assertThat(plain.at("data.application").isNull()).isTrue();
    assertThat(plain.at("data.applicationMetadata").isNull()).isTrue();
    Draft draft =
        open()
            .with("initiator", "client")
            .with("application", "tokenswap")
            .with("applicationMetadata", Map.of("pair", List.of("a", 1.5)));
    Reply tagged = read(created(draft));
    assertThat(tagged.text("data.application")).isEqualTo("tokenswap");
    assertThat(tagged.number("data.applicationMetadata.pair.1")).isEqualTo(1);
    assertThat(tagged.body()).contains("\"applicationMetadata\":{\"pair\":[\"a\",1.5]}");
  }

  @ParameterizedTest
  @CsvSource({"initiator,worker", "initiator,nobody", "application,7", "applicationMetadata,text"})
  void aFieldThatCannotBeIsNamed(String field, String value) {
    Reply reply =
        client.post(
            "/contracts", direct().with(field, value.equals("7") ? (Object) 7 : value).json());
    refused(reply, 400, "invalid_request");
    assertThat(reply.text("error.message")).startsWith(field);
  }

  @Test
  void aContractThatIsTakenBackIsCancelledByItsInitiator() {
    String id = created(direct());
    assertThat(ok(client.post("/contracts/" + id + "/cancel", "")).text("data.status"))
        .isEqualTo("cancelled-by-initiator");
    assertThat(client.get("/contracts?status=cancelled-by-initiator").text("data.0.id"))
        .isEqualTo(id);
    refused(client.get("/contracts?status=cancelled-by-client"), 400, "invalid_request");
    Reply late = client.post("/contracts/" + id + "/cancel", "");
    assertThat(late.text("error.message")).contains("cancelled-by-initiator");
  }

  @Test
  void checkpointsFollowEachOtherWithoutAGap() {
    String id = matched(direct());
    String path = "/contracts/" + id + "/checkpoint";
    refused(worker.post(path, checkpoint(2, 5, 0)), 409, "conflict");
    Reply first = worker.post(path, checkpoint(1, 5, 0));
    assertThat(first.status()).as(first.body()).isEqualTo(201);
    assertThat(first.text("data.contractId")).isEqualTo(id);
    assertThat(first.text("data.createdAt")).isEqualTo("2026-06-12T09:30:00Z");
    refused(worker.post(path, checkpoint(1, 5, 1)), 409, "conflict");
    refused(worker.post(path, checkpoint(7, 8, 1)), 409, "conflict");
    refused(worker.post(path, checkpoint(6, 8, 0)), 409, "conflict");
    assertThat(worker.post(path, checkpoint(6, 8, 1)).status()).isEqualTo(201);
    Reply list = ok(client.withKey("").get("/contracts/" + id + "/checkpoints"));
    assertThat(list.size("data")).isEqualTo(2);
    assertThat(list.number("data.1.fromSequence")).isEqualTo(6);
    assertThat(list.text("data.0.data.done")).isEqualTo("a tenth");
    assertThat(status(id)).isEqualTo("matched");
  }

  static Stream<Arguments> badCheckpoints() {
    Stream<Arguments> missing =
        Stream.of(
                "fromSequence",
                "toSequence",
                "merkleRoot",
                "lastReceiptHash",
                "teeMeasurement",
                "teeSignature",
                "checkpointedAt",
                "data")
            .map(field -> Arguments.of(field, null));
    return Stream.concat(
        missing,
        Stream.of(
            Arguments.of("fromSequence", 0),
            Arguments.of("toSequence", 0),
            Arguments.of("merkleRoot", 7),
            Arguments.of("checkpointedAt", "today"),
            Arguments.of("checkpointedAt", "2026-02-30T00:00:00Z"),
            Arguments.of("data", "text")));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("badCheckpoints")
  void aCheckpointThatCannotBeReadIsRefusedByItsField(String field, @Nullable Object value) {
    String path = "/contracts/" + matched(direct()) + "/checkpoint";
    Reply reply = worker.post(path, checkpoint(1, 5, 0, fields -> fields.put(field, value)));
    refused(reply, 400, "invalid_request");
    assertThat(reply.text("error.message")).startsWith(field);
  }

  @Test
  void onlyTheMatchedWorkerGivesCheckpointsAndOnlyWhileItWorks() {
    String path = "/contracts/" + matched(direct()) + "/checkpoint";
    refused(worker.withKey("").post(path, checkpoint(1, 2, 0)), 401, "unauthorized");
    refused(worker.post("/contracts/none/checkpoint", checkpoint(1, 2, 0)), 404, "not_found");
    refused(client.post(path, checkpoint(1, 2, 0)), 403, "forbidden");
    refused(stranger.post(path, checkpoint(1, 2, 0)), 403, "forbidden");
    for (String id :
        List.of(
            created(direct().with("title", "not yet")),
            delivered(direct().with("title", "no more")))) {
      refused(
          worker.post("/contracts/" + id + "/checkpoint", checkpoint(1, 2, 0)), 409, "conflict");
    }
  }

  @Test
  void aComplaintCountsOnBothSidesAndIsDecidedByPeople() {
    String id = matched(direct());
    Reply filed = client.post("/contracts/" + id + "/complaints", EVIDENCE);
    assertThat(filed.status()).as(filed.body()).isEqualTo(201);
    assertThat(filed.text("data.filedByRole")).isEqualTo("client");
    assertThat(filed.text("data.status")).isEqualTo("pending");
    assertThat(filed.at("data.resolvedAt").isNull()).isTrue();
    assertThat(worker.post("/contracts/" + id + "/complaints", EVIDENCE).text("data.filedByRole"))
        .isEqualTo("worker");
    assertThat(worker.post("/contracts/" + id + "/complaints", EVIDENCE).status()).isEqualTo(201);
    String decision = "/opencontract/complaints/" + filed.text("data.id");
    market.control("PUT", decision, "{\"status\": \"upheld\", \"resolutionNote\": \"seen\"}");
    Reply list = ok(stranger.withKey("").get("/contracts/" + id + "/complaints"));
    assertThat(list.size("data")).isEqualTo(3);
    assertThat(list.text("data.0.status")).isEqualTo("upheld");
    assertThat(list.text("data.0.resolutionNote")).isEqualTo("seen");
    assertThat(list.text("data.0.resolvedAt")).isEqualTo("2026-06-12T09:30:00Z");
    assertThat(market.control("PUT", decision, "{\"status\": \"open\"}").status()).isEqualTo(400);
    clock.pass(Duration.ofDays(6));
    Reply resume = ok(client.get("/agents/" + client.address() + "/resume"));
    assertThat(resume.number("data.complaintRecord.filedAgainstThem")).isEqualTo(2);
    assertThat(resume.number("data.complaintRecord.filedByThem")).isEqualTo(1);
  }

  @Test
  void complaintsAreForPartiesFromTheMatchUntilAWeekAfterTheReview() {
    String early = created(direct().with("title", "early"));
    String path = "/contracts/" + early + "/complaints";
    refused(client.post(path, EVIDENCE), 409, "conflict");
    refused(worker.post(path, EVIDENCE), 409, "conflict");
    refused(stranger.post(path, EVIDENCE), 403, "forbidden");
    refused(client.withKey("").post(path, EVIDENCE), 401, "unauthorized");
    refused(client.post("/contracts/none/complaints", EVIDENCE), 404, "not_found");
    for (String wrong : List.of("{}", "{\"evidence\": \"text\"}", "{\"evidence\": null}")) {
      Reply reply = client.post(path, wrong);
      refused(reply, 400, "invalid_request");
      assertThat(reply.text("error.message")).startsWith("evidence");
    }
    String id = matched(direct());
    clock.pass(Duration.ofDays(15).minusSeconds(1));
    assertThat(client.post("/contracts/" + id + "/complaints", EVIDENCE).status()).isEqualTo(201);
    clock.pass(Duration.ofSeconds(1));
    refused(client.post("/contracts/" + id + "/complaints", EVIDENCE), 409, "conflict");
  }

  @Test
  void aProfileKeepsWhatIsLeftOutAndClearsWhatIsNull() {
    String path = "/agents/me/profile";
    Reply empty = ok(client.withKey("").get("/agents/" + client.address() + "/profile"));
    assertThat(empty.at("data.displayName").isNull()).isTrue();
    Reply first = client.post(path, "{\"displayName\": \"Fern\", \"bio\": \"Ferns.\"}");
    assertThat(first.status()).as(first.body()).isEqualTo(201);
    Reply second = client.post(path, "{\"displayName\": null}");
    assertThat(second.at("data.displayName").isNull()).isTrue();
    assertThat(second.text("data.bio")).isEqualTo("Ferns.");
    Reply read =
        ok(
            stranger.get(
                "/agents/"
                    + client.address().toUpperCase(Locale.ROOT).replace('X', 'x')
                    + "/profile"));
    assertThat(read.text("data.address")).isEqualTo(client.address());
    assertThat(read.text("data.bio")).isEqualTo("Ferns.");
    refused(client.withKey("").post(path, "{}"), 401, "unauthorized");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"displayName\": \"0xBob\"}",
        "{\"displayName\": \"Bob 0X\"}",
        "{\"displayName\": \"123456789012345678901234567890123\"}",
        "{\"displayName\": 7}",
        "{\"displayName\": \" \"}"
      })
  void aNameThatCannotBeIsRefused(String body) {
    Reply reply = client.post("/agents/me/profile", body);
    refused(reply, 400, "invalid_request");
    assertThat(reply.text("error.message")).startsWith("displayName");
  }

  @Test
  void aProfileIsWrittenTenTimesInADay() {
    String path = "/agents/me/profile";
    for (int version = 0; version < 10; version++) {
      assertThat(client.post(path, "{\"bio\": \"%d\"}".formatted(version)).status()).isEqualTo(201);
      clock.pass(Duration.ofHours(1));
    }
    Reply more = client.post(path, "{\"bio\": \"more\"}");
    refused(more, 429, "too_many_profile_updates");
    assertThat(more.header("Retry-After")).isEqualTo(Integer.toString(14 * 3_600));
    clock.pass(Duration.ofHours(14).minusSeconds(1));
    refused(client.post(path, "{}"), 429, "too_many_profile_updates");
    clock.pass(Duration.ofSeconds(1));
    assertThat(client.post(path, "{\"bio\": \"more\"}").status()).isEqualTo(201);
    refused(client.post(path, "{\"bio\": \"" + "b".repeat(281) + "\"}"), 400, "invalid_request");
  }

  /** A body that fits, with a moment so many seconds after the first. */
  static String checkpoint(long from, long to, int seconds) {
    return checkpoint(from, to, seconds, fields -> {});
  }

  private static String checkpoint(
      long from, long to, int seconds, Consumer<Map<String, @Nullable Object>> change) {
    Map<String, @Nullable Object> fields =
        new HashMap<>(
            Map.of(
                "fromSequence",
                from,
                "toSequence",
                to,
                "merkleRoot",
                "0x01",
                "lastReceiptHash",
                "0x02",
                "teeMeasurement",
                "0x03",
                "teeSignature",
                "0x04",
                "checkpointedAt",
                Instant.parse("2026-06-12T10:00:00Z").plusSeconds(seconds).toString(),
                "data",
                Map.of("done", "a tenth")));
    change.accept(fields);
    fields.values().removeIf(value -> value == null);
    return Agent.print(fields);
  }
}
