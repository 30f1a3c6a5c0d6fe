package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.tenure.sandbox.faults.Fault;
import io.micronaut.json.tree.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest extends SandboxTest {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @BeforeEach
  void lift() {
    market.control("DELETE", "/faults");
  }

  @Test
  void aDroppedAnswerWasCarriedOutAllTheSame() {
    order("{\"method\": \"POST\", \"path\": \"/proposals/*/hire\", \"kind\": \"drop_answer\"}");
    assertThatThrownBy(() -> hire()).isInstanceOf(IOException.class);
    assertThat(market.control("GET", "/audit").text("writes.0.outcome")).isEqualTo("created");
    assertThat(market.post("/proposals/prp_4/hire", Market.HIRE).status()).isEqualTo(202);
    assertThat(market.control("GET", "/audit").text("writes.1.outcome")).isEqualTo("repeated");
    assertThat(market.control("GET", "/faults").number("faults.0.hits")).isEqualTo(1);
  }

  @Test
  void aHeldAnswerComesWhenTheFaultIsLifted() {
    String id = order("{\"path\": \"/proposals/prp_4/hire\", \"kind\": \"hold_answer\"}");
    CompletableFuture<Reply> answer =
        CompletableFuture.supplyAsync(() -> market.post("/proposals/prp_4/hire", Market.HIRE));
    await(() -> market.control("GET", "/audit").size("writes") == 1);
    assertThat(answer).isNotDone();
    market.control("DELETE", "/faults/" + id);
    assertThat(answer.join().status()).isEqualTo(202);
  }

  @Test
  void aRefusedRequestWasNeverCarriedOut() {
    order("{\"path\": \"/proposals/*/hire\", \"kind\": \"refuse\"}");
    assertThatThrownBy(() -> hire()).isInstanceOf(IOException.class);
    assertThat(market.control("GET", "/audit").size("writes")).isZero();
  }

  @Test
  void aStatusIsAnsweredAsManyTimesAsOrderedWithoutExecuting() {
    order("{\"path\": \"/proposals/*/hire\", \"kind\": \"status\", \"status\": 502, \"times\": 2}");
    for (int i = 0; i < 2; i++) {
      assertThat(market.post("/proposals/prp_4/hire", Market.HIRE).status()).isEqualTo(502);
    }
    assertThat(market.control("GET", "/audit").size("writes")).isZero();
    assertThat(market.post("/proposals/prp_4/hire", Market.HIRE).status()).isEqualTo(202);
  }

  @Test
  void aStarStandsForOneSegmentOnly() {
    order("{\"path\": \"/contracts/*\", \"kind\": \"status\", \"times\": 9}");
    assertThat(market.get("/contracts/none").status()).isEqualTo(503);
    assertThat(market.get("/contracts").status()).isEqualTo(200);
    assertThat(market.post("/contracts/none/end").status()).isEqualTo(404);
  }

  @Test
  void manyStarsInASegmentAreOneOrRefused() {
    order("{\"path\": \"/contracts/%s\", \"kind\": \"status\"}".formatted("*".repeat(40)));
    assertThat(market.get("/contracts/" + "a".repeat(100) + "/b").status()).isEqualTo(404);
    assertThat(market.get("/contracts/" + "a".repeat(100)).status()).isEqualTo(503);
    Reply refused =
        market.control("POST", "/faults", "{\"path\": \"/*a*a*a*b\", \"kind\": \"status\"}");
    assertThat(refused.text("error")).isEqualTo("path may have one star in a segment");
  }

  @Test
  void anAnswerMayBeCutShortOrBeNoJsonAtAll() {
    String whole = market.get("/contracts").body();
    order("{\"path\": \"/contracts\", \"kind\": \"truncate\"}");
    assertThat(whole).startsWith(market.get("/contracts").body());
    order("{\"path\": \"/contracts\", \"kind\": \"not_json\"}");
    assertThat(market.get("/contracts").body()).startsWith("<html>");
    assertThat(market.get("/contracts").body()).isEqualTo(whole);
  }

  @Test
  void anAnswerMayHoldFieldsAndWordsThatNobodyKnows() {
    order("{\"path\": \"/proposals/prp_1\", \"kind\": \"extra_fields\"}");
    Reply extra = market.get("/proposals/prp_1");
    assertThat(extra.size("unheardOf")).isEqualTo(2);
    assertThat(extra.text("proposal.id")).isEqualTo("prp_1");
    order("{\"path\": \"/proposals/prp_4/hire\", \"kind\": \"unknown_status\"}");
    assertThat(market.post("/proposals/prp_4/hire", Market.HIRE).text("approval.status"))
        .isEqualTo("SOMETHING_NEW");
  }

  @Test
  void aLimitSaysWhenToComeBackAndAnEdgeSpeaksNoEnvelope() {
    order("{\"path\": \"/contracts\", \"kind\": \"rate_limit\"}");
    Reply limited = market.get("/contracts");
    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.text("code")).isEqualTo("RATE_LIMITED");
    order("{\"path\": \"/contracts\", \"kind\": \"bare_status\", \"status\": 502}");
    Reply bare = market.get("/contracts");
    assertThat(bare.status()).isEqualTo(502);
    order("{\"path\": \"/contracts\", \"kind\": \"status\", \"status\": 599}");
    assertThat(market.get("/contracts").status()).isEqualTo(599);
    assertThat(bare.body()).startsWith("<html>");
  }

  @Test
  void aWrongOrderIsNamed() {
    assertThat(market.control("POST", "/faults", "{\"path\": \"/x\"}").text("details.field"))
        .isEqualTo("kind");
    assertThat(
            market
                .control(
                    "POST",
                    "/faults",
                    "{\"method\": \"FROB\", \"path\": \"/x\", \"kind\": \"refuse\"}")
                .text("details.field"))
        .isEqualTo("method");
    assertThat(market.control("DELETE", "/faults/flt_none").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip | delayMs | 5",
        "stall | status | 500",
        "delay | status | 503",
        "status | bytes | 9",
        "truncate | bytes | 9",
        "webhook_lost | delayMs | 5",
        "webhook_late | status | 503",
        "refuse | scopes | []"
      })
  void aFieldThatAKindDoesNotLookAtIsRefused(String kind, String field, String value) {
    String where = kind.startsWith("webhook") ? "" : "\"path\": \"/x\", ";
    Reply refused =
        market.control(
            "POST",
            "/faults",
            "{%s\"kind\": \"%s\", \"%s\": %s}".formatted(where, kind, field, value));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("error")).isEqualTo(field + " does not fit this kind of fault");
  }

  @Test
  void aFaultShowsWhatItsKindLooksAtAndNothingElse() {
    Reply stall = market.control("POST", "/faults", "{\"path\": \"/x\", \"kind\": \"stall\"}");
    assertThat(stall.at("fault").entries())
        .extracting(Map.Entry::getKey)
        .containsExactly("id", "kind", "method", "path", "times", "probability", "seed", "hits");
    Reply late = market.control("POST", "/faults", "{\"kind\": \"webhook_late\"}");
    assertThat(late.at("fault").entries())
        .extracting(Map.Entry::getKey)
        .containsExactly("id", "kind", "event", "times", "probability", "seed", "delayMs", "hits");
    assertThat(late.at("fault.delayMs").getLongValue()).isEqualTo(2_000);
    Reply status = market.control("POST", "/faults", "{\"path\": \"/x\", \"kind\": \"status\"}");
    assertThat(status.at("fault.status").getIntValue()).isEqualTo(503);
    market.control("DELETE", "/faults");
  }

  @Test
  void aStalledAnswerIsHalfABodyAndTheRestWhenTheFaultIsLifted() throws Exception {
    byte[] whole = market.get("/contracts").body().getBytes(StandardCharsets.UTF_8);
    String id = order("{\"path\": \"/contracts\", \"kind\": \"stall\"}");
    HttpResponse<InputStream> answer = get("/contracts", BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    try (InputStream body = answer.body()) {
      int half = whole.length / 2;
      assertThat(body.readNBytes(half)).isEqualTo(Arrays.copyOf(whole, half));
      CompletableFuture<byte[]> rest = CompletableFuture.supplyAsync(() -> readAll(body));
      assertThat(rest).isNotDone();
      market.control("DELETE", "/faults/" + id);
      assertThat(rest.get(SandboxTest.PATIENCE.toSeconds(), TimeUnit.SECONDS))
          .isEqualTo(Arrays.copyOfRange(whole, half, whole.length));
    }
  }

  @Test
  void aStalledWriteWasCarriedOut() throws Exception {
    order("{\"path\": \"/proposals/*/hire\", \"kind\": \"stall\"}");
    HttpResponse<InputStream> answer =
        send("/proposals/prp_4/hire", BodyPublishers.ofString(Market.HIRE));
    assertThat(answer.statusCode()).isEqualTo(202);
    answer.body().close();
    assertThat(market.control("GET", "/audit").text("writes.0.outcome")).isEqualTo("created");
  }

  @Test
  void aRedirectNamesAnotherAddressAndExecutesNothing() throws IOException {
    order("{\"path\": \"/proposals/*/hire\", \"kind\": \"redirect\"}");
    Reply moved =
        market.trySend("POST", Market.API + "/proposals/prp_4/hire", Market.HIRE, Map.of());
    assertThat(moved.status()).isEqualTo(308);
    assertThat(moved.header("Location"))
        .isEqualTo(sandbox.url() + "/moved" + Market.API + "/proposals/prp_4/hire");
    assertThat(market.control("GET", "/audit").size("writes")).isZero();
    order(
        "{\"path\": \"/contracts\", \"kind\": \"redirect\", \"status\": 301,"
            + " \"location\": \"https://example.com/elsewhere\"}");
    Reply elsewhere = market.get("/contracts");
    assertThat(elsewhere.status()).isEqualTo(301);
    assertThat(elsewhere.header("Location")).isEqualTo("https://example.com/elsewhere");
  }

  @Test
  void anAnswerMayBeCompressedThoughNobodyAsked() throws Exception {
    String whole = market.get("/contracts").body();
    order("{\"path\": \"/contracts\", \"kind\": \"gzip\"}");
    HttpResponse<byte[]> answer = get("/contracts", BodyHandlers.ofByteArray());
    assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
    try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(whole);
    }
  }

  @Test
  void whatAPatternFindsInTheBodyIsReplaced() {
    String contract = market.hired("prp_4");
    order(
        """
        {"path": "/contracts/*", "kind": "substitute",
         "pattern": "\\"(amountUsd)\\":450", "replacement": "\\"$1\\":null"}
        """);
    Reply changed = market.get("/contracts/" + contract);
    assertThat(changed.at("contract.milestones.0.amountUsd").isNull()).isTrue();
    assertThat(changed.text("contract.id")).isEqualTo(contract);
    assertThat(market.get("/contracts/" + contract).text("contract.milestones.0.amountUsd"))
        .isEqualTo("450");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"kind\": \"substitute\" | pattern",
        "\"kind\": \"substitute\", \"pattern\": \"(\" | pattern",
        "'\"kind\": \"substitute\", \"pattern\": \"a)|(b\"' | pattern",
        "\"kind\": \"substitute\", \"pattern\": \"x\", \"replacement\": \"$1\" | replacement",
        "\"kind\": \"redirect\", \"status\": 500 | status",
        "\"kind\": \"status\", \"status\": 301 | status",
        "\"kind\": \"redirect\", \"location\": \"a\\nb\" | location",
        "\"kind\": \"stall\", \"tims\": 2 | tims"
      })
  void whatAFaultCannotDoIsRefusedByItsField(String order, String field) {
    Reply refused = market.control("POST", "/faults", "{\"path\": \"/contracts\", " + order + "}");
    assertThat(refused.status()).as(refused.body()).isEqualTo(400);
    assertThat(refused.text("details.field")).isEqualTo(field);
    assertThat(market.control("GET", "/faults").size("faults")).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"kind\": \"status\" | path is required: that of the requests, such as /milestones/*/fund",
        "\"path\": \"/x\", \"kind\": \"substitute\""
            + " | pattern is required: the regular expression of what is replaced",
        "\"path\": \"/x\", \"kind\": \"withdraw_scopes\" | scopes must be some of [jobs:read,"
      })
  void aFieldThatAKindNeedsIsAskedForByItsName(String order, String words) {
    Reply refused = market.control("POST", "/faults", "{" + order + "}");
    assertThat(refused.status()).as(refused.body()).isEqualTo(400);
    assertThat(refused.text("error")).startsWith(words);
  }

  @ParameterizedTest
  @EnumSource(Fault.Kind.class)
  void whatAnOrderLeavesOutIsAsTheDescriptionSays(Fault.Kind kind) {
    ApiDocument document = new ApiDocument(market.control("GET", "/openapi.json"));
    JsonNode order =
        document.resolve(
            JsonNode.createObjectNode(Map.of("$ref", JsonNode.createStringNode("FaultOrder"))));
    JsonNode fields = Reply.in(order, "properties");
    assertThat(Reply.in(document.resolve(Reply.in(fields, "kind")), "enum").values())
        .contains(JsonNode.createStringNode(kind.word()));
    Reply taken = market.control("POST", "/faults", least(kind));
    assertThat(taken.status()).as(taken.body()).isEqualTo(201);
    for (String field : List.of("times", "seed", "status", "delayMs", "bytes")) {
      JsonNode usual = taken.at("fault").get(field);
      if (usual != null) {
        assertThat(Reply.in(fields, field, "description").getStringValue())
            .containsPattern(told(field, usual.getLongValue(), kind.word()));
      }
    }
  }

  /** How the description names what is usual: where it depends on the kind, beside the kind. */
  private static String told(String field, long usual, String kind) {
    return switch (field) {
      case "delayMs" -> "\\b%d for [^0-9;]*\\b%s\\b".formatted(usual, kind);
      case "status" -> "of [^;]*\\b%s\\b[^;]*\\b%d when".formatted(kind, usual);
      default -> "\\b%d\\b".formatted(usual);
    };
  }

  /** An order of that kind with no field that may be left out. */
  private static String least(Fault.Kind kind) {
    String where = kind.ofWebhooks() ? "" : "\"path\": \"/x\", ";
    String needed =
        switch (kind) {
          case SUBSTITUTE -> "\"pattern\": \"a\", ";
          case WITHDRAW_SCOPES -> "\"scopes\": [\"jobs:read\"], ";
          default -> "";
        };
    return "{" + where + needed + "\"kind\": \"" + kind.word() + "\"}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(?x)ACTIVE # what follows is a comment", "\\Q\"active", "(?<a>a)(c)(?<t>tive)"})
  void everyExpressionThatIsOneByItselfIsTaken(String pattern) {
    market.hired("prp_4");
    Reply taken =
        market.control(
            "POST",
            "/faults",
            "{\"path\": \"/contracts\", \"kind\": \"substitute\", \"pattern\": %s}"
                .formatted(quoted(pattern)));
    assertThat(taken.status()).as(taken.body()).isEqualTo(201);
    assertThat(market.get("/contracts").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'(?:a|aa)+?!' | | searches this body for more than 5 seconds",
        "'(.|,)*' | | goes too deep for this body",
        "(?=.) | longest | makes the body longer than 16777216 characters",
        "[^!]+ | wholes | makes the body longer than 16777216 characters"
      })
  void aPatternThatFindsNoEndIsGivenUpAndNamed(String pattern, String replacement, String words) {
    String name = "a".repeat(200);
    String hire =
        market
            .post(
                "/proposals/prp_4/hire",
                "{\"milestone\": {\"name\": \"%s\", \"description\": \"%s\", \"amount\": 1}}"
                    .formatted(name, "b".repeat(9_000)))
            .text("approval.id");
    market.control("POST", "/approvals/" + hire + "/confirm", "{}");
    String put =
        switch (replacement) {
          case "longest" -> "x".repeat(10_000);
          case "wholes" -> "$0".repeat(5_000);
          case null, default -> "";
        };
    String id =
        order(
            "{\"path\": \"/contracts\", \"kind\": \"substitute\", \"pattern\": %s, \"replacement\": %s}"
                .formatted(quoted(pattern), quoted(put)));
    Reply given = market.get("/contracts");
    assertThat(given.status()).as(given.body()).isEqualTo(500);
    assertThat(given.text("error")).isEqualTo("The pattern of the fault " + id + " " + words + ".");
    assertThat(market.get("/contracts").status()).isEqualTo(200);
  }

  @Test
  void whateverTheTextsHoldFieldsThatNobodyKnowsLeaveTheBodyJson() {
    market.control(
        "POST", "/proposals/prp_4/hire", Market.HIRE.replace("Batch 1", "{").replace("10k", "{}"));
    order("{\"path\": \"/contracts\", \"kind\": \"extra_fields\"}");
    Reply extra = market.get("/contracts");
    assertThat(extra.text("contracts.0.milestones.0.name")).isEqualTo("{");
    assertThat(extra.size("contracts.0.milestones.0.unheardOf")).isEqualTo(2);
  }

  @Test
  void theStatusOfAProposalMayBeAWordThatNobodyKnowsToo() {
    order("{\"path\": \"/proposals/*\", \"kind\": \"unknown_status\"}");
    assertThat(market.get("/proposals/prp_1").text("proposal.status.raw"))
        .isEqualTo("SOMETHING_NEW");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "extra_fields", "truncate", "stall", "oversized"})
  void aBodyThatIsPrintedBeforeItIsSpoiledIsSpoiledAsItIs(String kind) throws Exception {
    order("{\"path\": \"/openapi.json\", \"kind\": \"" + kind + "\"}");
    HttpResponse<InputStream> answer = get("/openapi.json", BodyHandlers.ofInputStream());
    try (InputStream body =
        kind.equals("gzip") ? new GZIPInputStream(answer.body()) : answer.body()) {
      byte[] begin = body.readNBytes(kind.equals("oversized") ? 16 << 20 : 100);
      assertThat(new String(begin, StandardCharsets.UTF_8).strip()).startsWith("{\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hold_answer", "stall"})
  void nothingIsHeldForAClientThatHasGone(String kind) throws Exception {
    order("{\"path\": \"/contracts\", \"kind\": \"" + kind + "\", \"times\": 9}");
    for (int i = 0; i < 9; i++) {
      try (Socket gone =
          new Socket(InetAddress.getLoopbackAddress(), URI.create(sandbox.url()).getPort())) {
        gone.getOutputStream()
            .write(
                ("GET "
                        + Market.API
                        + "/contracts HTTP/1.1\r\nHost: localhost\r\n"
                        + "Authorization: Bearer ot_pat_sandbox_owner\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        int hits = i + 1;
        await(() -> market.control("GET", "/faults").number("faults.0.hits") == hits);
      }
    }
    await(() -> held() == 0);
  }

  private static String quoted(String text) {
    return Reply.print(JsonNode.createStringNode(text));
  }

  /** How many threads wait for a fault to be lifted. */
  private static long held() {
    try {
      Path dump = Files.createTempDirectory("faults").resolve("threads");
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .dumpThreads(dump.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
      try (Stream<String> lines = Files.lines(dump)) {
        return lines
            .filter(line -> line.contains("FaultFilter.after") || line.contains("SpoiledBody"))
            .count();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aFaultOfAMarketplaceIsNotOrderedForTheOther() {
    for (String kind : List.of("feed_lag", "contract_late", "revoke_token")) {
      Reply refused =
          market.control(
              "POST",
              "/faults",
              "{\"path\": \"/opencontract/v1/contracts\", \"kind\": \"" + kind + "\"}");
      assertThat(refused.status()).as(refused.body()).isEqualTo(400);
      assertThat(refused.text("error")).isEqualTo("path is of a marketplace that knows no " + kind);
    }
  }

  @Test
  void aQuestionForTheHeadersMayRunIntoAFaultOfItsOwn() throws IOException {
    order("{\"path\": \"/contracts\", \"method\": \"HEAD\", \"kind\": \"status\"}");
    assertThat(market.get("/contracts").status()).isEqualTo(200);
    assertThat(market.trySend("HEAD", Market.API + "/contracts", "", Map.of()).status())
        .isEqualTo(503);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/credits/ledger", "/jobs/job_1/proposals", "/jobs", "/updates", "/messages"})
  void aPageComesAgainAndAgain(String list) {
    market.hired("prp_4");
    market.hired("prp_5");
    order("{\"path\": \"" + list + "\", \"kind\": \"repeat_page\", \"times\": 9}");
    String first = market.get(list + "?limit=1").text("nextCursor");
    Reply second = market.get(list + "?limit=1&cursor=" + first);
    assertThat(second.text("nextCursor")).isEqualTo(first);
    Reply third = market.get(list + "?limit=1&cursor=" + second.text("nextCursor"));
    assertThat(third.body()).isEqualTo(second.body());
  }

  @Test
  void theOnlyPageOfAListLeadsOnAsWell() {
    order("{\"path\": \"/credits/ledger\", \"kind\": \"repeat_page\", \"times\": 3}");
    String cursor = market.get("/credits/ledger").text("nextCursor");
    assertThat(market.get("/credits/ledger?cursor=" + cursor).text("nextCursor")).isEqualTo(cursor);
  }

  private <T> HttpResponse<T> get(String path, HttpResponse.BodyHandler<T> handler)
      throws Exception {
    return HTTP.send(request(path).GET().build(), handler);
  }

  private HttpResponse<InputStream> send(String path, BodyPublisher body) throws Exception {
    return HTTP.send(request(path).POST(body).build(), BodyHandlers.ofInputStream());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(sandbox.url() + Market.API + path))
        .timeout(SandboxTest.PATIENCE)
        .header("Authorization", "Bearer ot_pat_sandbox_owner");
  }

  private static byte[] readAll(InputStream body) {
    try {
      return body.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Reply hire() throws IOException {
    return market.trySend("POST", Market.API + "/proposals/prp_4/hire", Market.HIRE, Map.of());
  }

  private String order(String body) {
    return market.control("POST", "/faults", body).text("fault.id");
  }
}
