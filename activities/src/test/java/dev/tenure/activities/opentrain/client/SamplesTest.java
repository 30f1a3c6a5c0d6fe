package dev.tenure.activities.opentrain.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.activities.Marketplace;
import dev.tenure.activities.Marketplace.Reply;
import dev.tenure.activities.Samples;
import dev.tenure.activities.opentrain.client.json.Contract;
import dev.tenure.activities.opentrain.client.json.HireRequest;
import dev.tenure.activities.opentrain.client.json.NewMilestone;
import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer;
import dev.tenure.lifecycle.opentrain.marketplace.ContractSnapshot;
import dev.tenure.lifecycle.opentrain.marketplace.MilestoneSnapshot;
import dev.tenure.model.money.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every JSON sample of OpenTrain's hiring documents, read and written. */
class SamplesTest {

  private static final MilestoneSnapshot FIRST_BATCH =
      new MilestoneSnapshot(
          "<MILESTONE_ID>",
          1,
          "First labeling batch",
          "ACTIVE_FUNDED",
          Money.usd("300.00"),
          LocalDate.parse("2026-07-01"),
          null,
          false);
  private static final ContractSnapshot CONTRACT =
      new ContractSnapshot(
          "<CONTRACT_ID>",
          "active",
          "<JOB_ID>",
          "<PROPOSAL_ID>",
          "FIXED_PRICE",
          List.of(FIRST_BATCH));

  private final Marketplace marketplace;
  private final OpenTrainClient api;

  SamplesTest() throws Exception {
    marketplace = new Marketplace();
    api = Clients.of(marketplace);
  }

  @AfterEach
  void close() {
    marketplace.close();
  }

  @Test
  void theContractOfTheReferenceIsRead() throws Exception {
    marketplace.on("GET", "/contracts/c%201", Reply.json(200, Samples.text("contract")));
    assertThat(api.contract("c 1")).isEqualTo(CONTRACT);
  }

  @Test
  void theListOfContractsIsReadAndNamesTheirProposals() throws Exception {
    marketplace.on("GET", "/contracts?jobId=j", Reply.json(200, Samples.text("contracts")));
    Contract listed = api.contracts("j").getFirst();
    assertThat(listed.proposalId()).isEqualTo("<PROPOSAL_ID>");
    assertThat(api.read(listed)).isEqualTo(CONTRACT);
  }

  @Test
  void theSparseContractOfTheHireGuideIsReadAndItsFixedIsFixedPrice() throws Exception {
    marketplace.on("GET", "/contracts/c", Reply.json(200, Samples.text("contract-after-hire")));
    ContractSnapshot contract = api.contract("c");
    assertThat(contract.paymentType()).isEqualTo("FIXED_PRICE");
    assertThat(contract.milestones())
        .containsExactly(
            new MilestoneSnapshot(
                "...", 1, "Batch 1", "ACTIVE_FUNDED", Money.usd("450.00"), null, null, false));
  }

  @Test
  void theHireIsAskedForAndAnsweredAsInTheGuide() throws Exception {
    marketplace.on("POST", "/proposals/p/hire", Reply.json(202, Samples.text("hire-answer")));
    HireRequest.Terms terms =
        new HireRequest.Terms(
            "Batch 1",
            "First 10k dashcam images with bounding boxes",
            new BigDecimal("450"),
            "2026-07-15");
    AskAnswer answer = api.hire("p", new HireRequest(terms, null));
    assertThat(Samples.tree(marketplace.asked().getFirst().body()))
        .isEqualTo(Samples.tree(Samples.text("hire-request")));
    assertThat(answer)
        .isInstanceOfSatisfying(
            AskAnswer.Pending.class,
            pending -> {
              assertThat(pending.approval().id()).isEqualTo("<APPROVAL_ID>");
              assertThat(pending.approval().type()).isEqualTo("proposal_hire");
              assertThat(pending.approval().status()).isEqualTo("pending");
              assertThat(pending.approval().contractId()).isNull();
              assertThat(pending.approval().proposalId()).isEqualTo("<PROPOSAL_ID>");
              assertThat(pending.approval().url())
                  .isEqualTo("https://app.opentrain.ai/approvals/<APPROVAL_ID>");
              assertThat(pending.approval().result()).isEqualTo(Map.of());
            });
  }

  @Test
  void theSparseApprovalOfFundingStillHasADeadline() throws Exception {
    marketplace.on("POST", "/milestones/m/fund", Reply.json(202, Samples.text("fund-answer")));
    assertThat(api.fund("m"))
        .isInstanceOfSatisfying(
            AskAnswer.Pending.class,
            pending -> {
              assertThat(pending.approval().createdAt()).isEqualTo(Clients.NOW);
              assertThat(pending.approval().expiresAt())
                  .isEqualTo(Clients.NOW.plus(Duration.ofDays(3)));
            });
    assertThat(marketplace.asked().getFirst().body()).isEmpty();
  }

  @Test
  void aMilestoneIsCreatedWithTheFieldsOfTheGuide() throws Exception {
    String created =
        "{\"milestone\":{\"id\":\"m2\",\"status\":\"NOT_FUNDED\",\"amountUsd\":250,"
            + "\"milestoneNumber\":2,\"description\":\"x\\n[tenure:h/m2]\",\"invoiceId\":null}}";
    marketplace.on("POST", "/contracts/c/milestones", Reply.json(201, created));
    NewMilestone request =
        new NewMilestone(
            "Batch 2",
            "Batch 2: 5k bounding boxes, night-time footage",
            new BigDecimal("250"),
            null,
            null);
    MilestoneSnapshot milestone = api.create("c", request);
    assertThat(Samples.tree(marketplace.asked().getFirst().body()))
        .isEqualTo(Samples.tree(Samples.text("milestone-request")));
    assertThat(milestone.notFunded()).isTrue();
    assertThat(milestone.tag()).isEqualTo("tenure:h/m2");
  }

  @Test
  void theDirectEndIsDone() throws Exception {
    marketplace.on("POST", "/contracts/c/end", Reply.json(200, Samples.text("end-answer")));
    assertThat(api.end("c")).isEqualTo(new AskAnswer.Done());
  }

  @Test
  void moneyIsSentAsAPlainNumberOfDollars() {
    for (String dollars : List.of("450", "1000000", "0.06")) {
      BigDecimal amount = Amounts.dollars(Money.usd(dollars));
      assertThat(OpenTrainJson.BODIES.write(new NewMilestone(null, "x", amount, null, null)))
          .isEqualTo("{\"description\":\"x\",\"amountUsd\":" + dollars + "}");
    }
  }
}
