package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What an agent's resume says, number by number. */
class ResumeTest extends OpenContractTest {

  @Test
  void aWorkersResumeSpeaksOfItsWork() {
    String good = delivered(direct());
    ok(client.post("/contracts/" + good + "/approve", ""));
    refused(stranger.get("/agents/" + worker.address() + "/resume"), 404, "not_found");
    String absent = matched(direct().with("title", "never delivered"));
    clock.pass(Duration.ofDays(6));
    assertThat(status(absent)).isEqualTo("cancelled-absent");
    Reply resume = ok(stranger.get("/agents/" + worker.address() + "/resume"));
    assertThat(resume.text("data.agentId")).isEqualTo(worker.address());
    assertThat(resume.at("data.approvalRate").getDoubleValue()).isEqualTo(0.5);
    assertThat(resume.number("data.completedContracts")).isEqualTo(1);
    assertThat(resume.number("data.totalVolumeEarned")).isEqualTo(95);
    assertThat(resume.number("data.stakeBondHistory.workerStake.totalStaked")).isEqualTo(10);
    assertThat(resume.number("data.stakeBondHistory.workerStake.totalReturned")).isEqualTo(5);
    assertThat(resume.number("data.stakeBondHistory.workerStake.totalSlashed")).isEqualTo(5);
    assertThat(resume.at("data.paymentReliability").getDoubleValue()).isEqualTo(1);
    assertThat(resume.at("data.criteriaClarity").getDoubleValue()).isEqualTo(1);
    assertThat(resume.at("data.disputeFairness").getDoubleValue()).isZero();
    assertThat(resume.number("data.backupAgentRecord.accuracy")).isZero();
    assertThat(resume.size("data.specializationTags")).isZero();
    assertThat(resume.text("data.tenureStart")).isEqualTo("2026-06-12T09:30:00Z");
  }

  @Test
  void aClientsResumeSpeaksOfItsDisputesAndOfPaymentsThatFailed() {
    settings("{\"parameters\": {\"backupAgentBondRatio\": 0.05}}");
    String id = disputed(direct());
    ok(vote(agent(11), id, "not met", "unclear"));
    ok(vote(agent(12), id, "not met", "met"));
    ok(vote(agent(13), id, "met", "unclear"));
    market.control("PUT", "/opencontract/agents/" + client.address(), "{\"balanceUnits\": 0}");
    assertThat(client.paid("/contracts", direct().with("title", "too dear").json()).status())
        .isEqualTo(402);
    clock.pass(REVIEWERS);
    assertThat(status(id)).isEqualTo("settled-none-met");
    Reply resume = ok(stranger.get("/agents/" + client.address() + "/resume"));
    assertThat(resume.at("data.paymentReliability").getDoubleValue()).isEqualTo(0.5);
    assertThat(resume.at("data.disputeFairness").getDoubleValue()).isEqualTo(1);
    assertThat(resume.at("data.criteriaClarity").getDoubleValue()).isEqualTo(0.5);
    assertThat(resume.number("data.disputeRecord.upheld")).isEqualTo(1);
    assertThat(resume.number("data.stakeBondHistory.disputeBond.totalReturned")).isEqualTo(5);
    Reply backup = ok(stranger.get("/agents/" + agent(13).address() + "/resume"));
    assertThat(backup.number("data.backupAgentRecord.totalVotes")).isEqualTo(2);
    assertThat(backup.number("data.backupAgentRecord.correctVotes")).isEqualTo(1);
    assertThat(backup.number("data.stakeBondHistory.baBond.totalSlashed")).isEqualTo(5);
    assertThat(backup.number("data.stakeBondHistory.baBond.totalReturned")).isEqualTo(5);
    Reply workload = ok(client.get("/agents/" + agent(13).address() + "/workload"));
    assertThat(workload.size("data.resolvedBaVotes")).isEqualTo(2);
    Reply own = ok(client.get("/agents/" + client.address() + "/workload"));
    assertThat(own.text("data.completedAsClient.0")).isEqualTo(id);
    refused(client.get("/agents/" + stranger.address() + "/workload"), 404, "not_found");
  }
}
