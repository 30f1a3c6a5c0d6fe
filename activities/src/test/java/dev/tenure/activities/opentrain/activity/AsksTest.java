package dev.tenure.activities.opentrain.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.activities.Marketplace.Reply;
import dev.tenure.activities.Samples;
import dev.tenure.lifecycle.opentrain.marketplace.AskAnswer;
import dev.tenure.model.money.Money;
import dev.tenure.model.plan.FundRule;
import dev.tenure.model.plan.MilestonePlan;
import dev.tenure.workflows.opentrain.ContractRef;
import dev.tenure.workflows.opentrain.EndAnswer;
import dev.tenure.workflows.opentrain.HireAsk;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What is sent, and what an accepted ask is answered with. */
class AsksTest extends AtAMarketplace {

  @Test
  void aHireThatGoesThroughThoughMarkedAsNotAFitSaysSo() {
    marketplace.on("POST", "/proposals/p%2F1/hire", Reply.json(202, Samples.text("hire-answer")));
    MilestonePlan first =
        new MilestonePlan(
            "m1",
            null,
            "All of it",
            Money.usd("99.50"),
            LocalDate.parse("2027-01-31"),
            FundRule.atStart());
    activities.requestHire(new HireAsk("p/1", first, true));
    assertThat(Samples.tree(marketplace.asked().getFirst().body()))
        .isEqualTo(
            Samples.tree(
                """
                {"milestone":{"description":"All of it","amount":99.5,"dueDate":"2027-01-31"},
                 "confirmNotFitOverride":true}"""));
  }

  @Test
  void anEndMayBeDoneAtOnceOrWaitForAnApprovalWhateverTheStatusSays() {
    String pending = Samples.text("fund-answer").replace("milestone_fund", "contract_end");
    marketplace.on(
        "POST",
        "/contracts/c/end",
        Reply.json(200, pending),
        Reply.json(202, Samples.text("end-answer")));
    assertThat(activities.requestEnd(new ContractRef("c")).answer())
        .isInstanceOf(AskAnswer.Pending.class);
    assertThat(marketplace.asked()).hasSize(1);
    assertThat(activities.requestEnd(new ContractRef("c")))
        .isEqualTo(new EndAnswer(new AskAnswer.Done(), null));
  }
}
