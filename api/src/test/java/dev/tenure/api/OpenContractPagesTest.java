package dev.tenure.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.api.Http.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the pages say of a hire on OpenContract, in that marketplace's money and by its rules. */
@ExtendWith(StackExtension.class)
class OpenContractPagesTest {

  private static final String[] HTML = {"Accept", "text/html"};
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([0-9a-f]+)\"");

  private final Stack stack;
  private final Http http;
  private String hire = "";

  OpenContractPagesTest(Stack stack) {
    this.stack = stack;
    this.http = stack.http();
  }

  @BeforeEach
  void make() {
    hire = SmallOpenContractHire.asked(stack);
  }

  @Test
  void aCancelSaysThatWhatIsPendingIsSupersededAndChargesNothing() {
    assertThat(http.get("/hires/" + hire + "/do/cancel", HTML).raw().body())
        .contains("Cancel the hire?")
        .contains("The approval “Fund m1” is superseded: it charges nothing any more.")
        .doesNotContain("stays pending")
        .doesNotContain("decline it on the marketplace")
        .doesNotContain("and the fees")
        .doesNotContain("confirms a pending one");
  }

  @Test
  void anEndSaysTheSame() {
    assertThat(http.get("/hires/" + hire + "/do/end", HTML).raw().body())
        .contains("The approval “Fund m1” is superseded: it charges nothing any more.")
        .doesNotContain("stays pending");
  }

  @Test
  void whatCanBeSpentSaysThatItCountsTheBondsOfDisputes() {
    assertThat(http.get("/hires/" + hire, HTML).raw().body())
        .contains("if every milestone is funded, and each delivery is disputed");
  }

  @Test
  void anAmountIsRefusedInTheMoneyOfTheMarketplace() {
    assertThat(added(Map.of("/amount", "1.1234567")))
        .contains("USDC has at most six decimals.")
        .doesNotContain("Dollars");
    assertThat(added(Map.of("/amount", "2000000")))
        .contains("The amount must be above 0.000000 and at most 1,000,000.000000 USDC.")
        .doesNotContain("$1,000,000.00");
    assertThat(added(Map.of("/amount", "many")))
        .contains("“many” is not an amount. Write 1250.50 or 1,250.50.")
        .doesNotContain("$1,250.50");
  }

  @Test
  void whatIsMissingIsNamedByItsLabelBesideItsField() {
    assertThat(added(Map.of("/openContract/acceptanceCriteria", " ")))
        .contains("Acceptance criteria are required.")
        .contains("id=\"f-openContract-acceptanceCriteria-error\"")
        .doesNotContain("openContract is required");
    String token = token(http.get("/hires/" + hire + "/change", HTML));
    assertThat(
            sent(
                "/hires/" + hire + "/change",
                Map.of(
                    "token",
                    token,
                    "/firstMilestone/openContract/acceptanceCriteria",
                    "",
                    "was:/firstMilestone/openContract/acceptanceCriteria",
                    "It compiles\nIt is fast")))
        .contains("id=\"f-firstMilestone-openContract-acceptanceCriteria-error\"")
        .contains("Acceptance criteria are required.");
  }

  @Test
  void aReasonThatIsTooLongIsToldBesideItsField() {
    String id = SmallOpenContractHire.approvalId(hire);
    String token = token(http.get("/approvals/" + id, HTML));
    String page =
        sent(
            "/approvals/" + id,
            Map.of(
                "token",
                token,
                "decision",
                "decline",
                "termsDigest",
                SmallOpenContractHire.DIGEST,
                "/reason",
                "x".repeat(1001)));
    assertThat(page)
        .contains("id=\"f-reason-error\"")
        .contains("Reason may have at most 1000 characters.")
        .doesNotContain("reason may have");
  }

  private String added(Map<String, String> fields) {
    var all =
        new HashMap<>(
            Map.of(
                "token",
                token(http.get("/hires/" + hire + "/add-milestone", HTML)),
                "/description",
                "More",
                "/openContract/acceptanceCriteria",
                "It works",
                "/amount",
                "5"));
    all.putAll(fields);
    return sent("/hires/" + hire + "/add-milestone", all);
  }

  private String sent(String path, Map<String, String> fields) {
    Answer answer =
        http.send(
            "POST",
            path,
            fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&")),
            "Content-Type",
            "application/x-www-form-urlencoded",
            "Accept",
            "text/html");
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(422);
    return answer.raw().body();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String token(Answer page) {
    Matcher found = TOKEN.matcher(page.raw().body());
    assertThat(found.find()).as(page.raw().body()).isTrue();
    return found.group(1);
  }
}
