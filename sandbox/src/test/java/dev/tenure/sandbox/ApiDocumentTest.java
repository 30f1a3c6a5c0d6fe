package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.sandbox.clock.MarketClock;
import io.micronaut.context.ApplicationContext;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.web.router.Router;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiDocumentTest extends SandboxTest {
  @Test
  void itDescribesExactlyTheRoutesOfTheMarketplace() {
    Set<String> described =
        new ApiDocument(market)
            .calls().stream().map(ApiDocument.Call::toString).collect(Collectors.toSet());
    try (ApplicationContext context =
        ApplicationContext.builder()
            .deduceEnvironment(false)
            .banner(false)
            .properties(Map.of("sandbox.serving", "true"))
            .singletons(new MarketClock(InstantSource.system()))
            .start()) {
      Set<String> routes =
          context
              .getBean(Router.class)
              .uriRoutes()
              .filter(route -> !route.getHttpMethodName().matches("HEAD|OPTIONS"))
              .map(route -> route.getHttpMethodName() + " " + route.getUriMatchTemplate())
              .filter(route -> route.contains(" /api/") && !route.endsWith("/openapi.json"))
              .collect(Collectors.toSet());
      assertThat(described).isEqualTo(routes).hasSizeGreaterThan(40);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ApprovalJson,type,milestone_fund",
    "ApprovalJson,status,declined",
    "BudgetJson,state,DEPLETED",
    "ContractJson,paymentType,PAY_PER_LABEL",
    "CreditsJson.Entry,type,HOLD_RELEASE",
    "ErrorJson,code,INTERNAL_ERROR",
    "MilestoneJson,status,ACTIVE_FUNDED",
    "ProposalJson.Status,raw,NOT_A_FIT",
    "TopUpJson,status,EXPIRED"
  })
  void wordsOfWhichThereAreOnlySoManyAreNamedInTheirSchemas(
      String record, String field, String word) {
    ApiDocument document = new ApiDocument(market);
    JsonNode shape = Reply.in(document.root(), "components", "schemas", record);
    JsonNode said = Reply.in(document.resolve(Reply.in(shape, "properties", field)), "enum");
    assertThat(said.values()).contains(JsonNode.createStringNode(word));
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/accounts/{id},/accounts/none,404",
    "DELETE,/faults/{id},/faults/none,404",
    "POST,/milestones/{id}/pay,/milestones/none/pay,404",
    "GET,/opencontract/play-wallets/{name},/opencontract/play-wallets/A,400",
    "GET,/opencontract/wallets,/opencontract/wallets?contract=none,404",
    "PUT,/opencontract/complaints/{id},/opencontract/complaints/none,404",
    "POST,/opencontract/rpc,/opencontract/rpc,200",
    "GET,/scenario,/scenario,200"
  })
  void whatAControlAnswersIsInItsDescription(
      String method, String path, String called, int status) {
    ApiDocument document = new ApiDocument(market.control("GET", "/openapi.json"));
    ApiDocument.Call call =
        document.calls().stream()
            .filter(one -> one.method().equals(method) && one.path().equals("/sandbox" + path))
            .findFirst()
            .orElseThrow();
    String body =
        switch (method) {
          case "GET", "DELETE" -> "";
          case "PUT" -> "{\"status\": \"upheld\"}";
          default -> "{\"id\": [7], \"method\": \"eth_chainId\", \"params\": {}}";
        };
    Reply reply = market.control(method, called, body);
    assertThat(reply.status()).as(reply.body()).isEqualTo(status);
    JsonNode schema = Objects.requireNonNull(call.answer(status));
    assertThat(new SchemaCheck(document).faults(schema, reply.json())).isEmpty();
  }

  @Test
  void everyReferenceLeadsToASchema() {
    ApiDocument document = new ApiDocument(market);
    String text = market.get("/openapi.json").body();
    assertThat(Reply.in(document.root(), "openapi").getStringValue()).startsWith("3.");
    List<String> names =
        Pattern.compile("#/components/schemas/([\\w.]+)")
            .matcher(text)
            .results()
            .map(found -> found.group(1))
            .distinct()
            .toList();
    assertThat(names).hasSizeGreaterThan(30);
    for (String name : names) {
      assertThat(Reply.in(document.root(), "components", "schemas").get(name)).as(name).isNotNull();
    }
  }
}
