package dev.tenure.activities.opentrain.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tenure.activities.Marketplace;
import dev.tenure.activities.Marketplace.Reply;
import dev.tenure.activities.http.HttpLimits;
import dev.tenure.activities.opentrain.client.Clients;
import dev.tenure.activities.sweep.ListedContract;
import dev.tenure.activities.sweep.ListedMilestone;
import dev.tenure.activities.sweep.NoContractsException;
import dev.tenure.lifecycle.opentrain.marketplace.ContractReading;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of all active contracts. */
class OpenTrainContractsTest {

  private static final String LIST = "/contracts?status=active";

  private final Marketplace marketplace = new Marketplace();

  @AfterEach
  void close() {
    marketplace.close();
  }

  @Test
  void aContractIsReadWithWhatAHireWantsToKnow() throws Exception {
    list(
        """
        {"id":"c1","status":"active","proposalId":"p1","title":"x","milestones":[
          {"id":"m2","status":"ACTIVE_FUNDED","amountUsd":450.50,"milestoneNumber":2,
           "pendingApproval":true,"name":"n"},
          {"id":"m1","status":"PAID","amountUsd":100,"milestoneNumber":1}]}""");
    assertThat(contracts(HttpLimits.USUAL).active())
        .containsExactly(
            new ListedContract(
                "c1",
                "active",
                "p1",
                List.of(
                    new ListedMilestone("m1", "PAID", new BigDecimal("100"), 1, false),
                    new ListedMilestone(
                        "m2", "ACTIVE_FUNDED", new BigDecimal("450.50"), 2, true))));
  }

  @Test
  void oneOddItemBlindsNoOther() throws Exception {
    list(
        """
        {"status":"active"}, null, 7, {"id":"c1","milestones":null},
        {"id":"c2","proposalId":9,"milestones":[null,{"id":7,"amountUsd":"x","milestoneNumber":"y"},
          {"id":"m1","amountUsd":1e99999,"pendingApproval":"true"}]},
        {"id":"c3","milestones":{}}""");
    assertThat(contracts(HttpLimits.USUAL).active())
        .extracting(ListedContract::id)
        .containsExactly("c1", "c2", "c3");
  }

  @Test
  void tenThousandContractsComeInOneCallWhichTheUsualBoundWouldNotTake() throws Exception {
    list(
        IntStream.range(0, 10_000)
            .mapToObj(OpenTrainContractsTest::longOne)
            .collect(Collectors.joining(",")));
    List<ListedContract> all = contracts(HttpLimits.LONG_LIST).active();
    assertThat(all).hasSize(10_000);
    assertThat(all.getLast().milestones()).hasSize(3);
    assertThat(marketplace.asked()).hasSize(1);
    assertThat(failure(HttpLimits.USUAL)).hasMessageContaining("GET");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "{\"contracts\":{}}", "{\"contracts\":[{\"id\":"})
  void aBodyWithoutAListIsNoEmptyList(String body) {
    marketplace.on("GET", LIST, Reply.json(200, body));
    assertThat(failure(HttpLimits.USUAL)).hasMessageContaining("makes no sense");
  }

  @Test
  void theWaitThatTheMarketplaceAsksForIsKept() {
    marketplace.on("GET", LIST, Reply.json(429, "").with("Retry-After", "120"));
    assertThat(failure(HttpLimits.USUAL).retryAfter()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void oneThatCannotBeSeenIsNotFound() throws Exception {
    assertThat(contracts(HttpLimits.USUAL).contract("gone"))
        .isEqualTo(new ContractReading.NotFound());
  }

  private NoContractsException failure(HttpLimits limits) {
    return Objects.requireNonNull(
        catchThrowableOfType(NoContractsException.class, () -> contracts(limits).active()));
  }

  private OpenTrainContracts contracts(HttpLimits limits) {
    return new OpenTrainContracts(Clients.of(marketplace, limits));
  }

  private void list(String contracts) {
    marketplace.on("GET", LIST, Reply.json(200, "{\"contracts\":[" + contracts + "]}"));
  }

  /** Of about 1.3 KB, as a real one with three milestones. */
  private static String longOne(int number) {
    String milestones =
        IntStream.rangeClosed(1, 3)
            .mapToObj(
                milestone ->
                    "{\"id\":\"m%d-%d\",\"status\":\"ACTIVE_FUNDED\",\"amountUsd\":450,\"milestoneNumber\":%d,\"description\":\"%s\"}"
                        .formatted(number, milestone, milestone, "frames ".repeat(40)))
            .collect(Collectors.joining(","));
    return "{\"id\":\"c%d\",\"status\":\"active\",\"proposalId\":\"p%d\",\"milestones\":[%s]}"
        .formatted(number, number, milestones);
  }
}
