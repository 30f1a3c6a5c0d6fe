package dev.tenure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.cli.environment.ExitCode;
import dev.tenure.cli.http.JsonClient;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists that are longer than one answer of the front. */
class PagingTest extends AtAFront {

  @ParameterizedTest
  @CsvSource({"hires,items", "approvals,items", "incidents,items"})
  void everythingIsReachableHoweverMuchThereIs(String command, String items) throws Exception {
    var filter =
        command.equals("hires")
            ? ""
            : command.equals("approvals") ? "status=pending&" : "status=open&";
    var path = "GET /v1/" + command + "?" + filter;
    front.tellWhere(path + "limit=200", page(items, 0, 200, "\"c1\""));
    front.tellWhere(path + "cursor=c1&limit=200", page(items, 200, 200, "\"c2\""));
    front.tellWhere(path + "cursor=c1&limit=50", page(items, 200, 50, "\"c3\""));
    front.tellWhere(path + "cursor=c2&limit=200", page(items, 400, 20, "null"));
    assertThat(run(command, "--all", "--json")).as(err).isZero();
    JsonNode all = JsonClient.JSON.readTree(out);
    assertThat(all.path(items)).hasSize(420);
    assertThat(all.path(items).path(419).path("hireId").asText()).isEqualTo("hir_419");
    assertThat(all.path("hasMore").asBoolean()).isFalse();
    assertThat(run(command, "--limit", "250", "--json")).as(err).isZero();
    assertThat(JsonClient.JSON.readTree(out).path(items)).hasSize(250);
    assertThat(JsonClient.JSON.readTree(out).path("next").asText()).isEqualTo("c3");
    assertThat(run(command, "--limit", "250")).as(err).isZero();
    assertThat(out).contains("add --cursor c3 to go on, or --all");
    assertThat(run(command, "--cursor", "c2", "--all")).as(err).isZero();
    assertThat(out).doesNotContain("There are more");
  }

  @Test
  void eventsAreReadToTheirEnd() throws Exception {
    front.tellWhere("GET /v1/events?cursor=0&limit=1000", events(1, 1000, true));
    front.tellWhere("GET /v1/events?cursor=1000&limit=1000", events(1001, 5, false));
    assertThat(run("events", "--all")).as(err).isZero();
    assertThat(out.lines()).hasSize(1005);
  }

  @Test
  void aPageThatComesAgainEndsTheListInsteadOfRepeatingIt() {
    front.tell("GET /v1/hires", 200, page("items", 0, 1, "\"same\""));
    assertThat(run("hires", "--all")).isEqualTo(ExitCode.UNAVAILABLE);
    assertThat(err).contains("the same page of /v1/hires again");
  }

  private static String page(String items, int from, int many, String next) {
    return IntStream.range(from, from + many)
        .mapToObj(i -> "{\"id\":\"x%1$d\",\"hireId\":\"hir_%1$d\"}".formatted(i))
        .collect(
            Collectors.joining(
                ",",
                "{\"" + items + "\":[",
                "],\"next\":" + next + ",\"hasMore\":" + !next.equals("null") + "}"));
  }

  private static String events(int from, int many, boolean more) {
    return IntStream.range(from, from + many)
        .mapToObj("{\"position\":%d,\"at\":\"2026-01-01T00:00:00Z\",\"summary\":\"s\"}"::formatted)
        .collect(
            Collectors.joining(
                ",",
                "{\"items\":[",
                "],\"next\":" + (from + many - 1) + ",\"hasMore\":" + more + "}"));
  }
}
