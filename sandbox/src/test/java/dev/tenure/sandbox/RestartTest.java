package dev.tenure.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestartTest {
  private static final int WRITES = 40;

  @TempDir Path folder = Path.of("");

  @Test
  void theWorldAndThePeoplesPlansSurviveARestart() {
    String contractId;
    String approvalId;
    try (Sandbox sandbox = Sandbox.start(Map.of("sandbox.data", folder.toString()))) {
      Market market = new Market(sandbox.url());
      contractId = market.hired("prp_4");
      approvalId = market.post("/proposals/prp_5/hire", Market.HIRE).text("approval.id");
      market.control(
          "PUT",
          "/people",
          "{\"approvals\": [{\"type\": \"*\", \"decision\": \"confirm\", \"delayMs\": 1500}]}");
    }
    try (Sandbox sandbox = Sandbox.start(Map.of("sandbox.data", folder.toString()))) {
      Market market = new Market(sandbox.url());
      assertThat(market.get("/contracts/" + contractId).status()).isEqualTo(200);
      SandboxTest.await(
          () -> market.get("/approvals/" + approvalId).text("approval.status").equals("confirmed"));
      assertThat(market.get("/contracts").size("contracts")).isEqualTo(2);
      assertThat(market.control("GET", "/audit").size("violations")).isZero();
    }
  }

  @Test
  void theClockGoesOnAfterARestartWhereItWouldHaveBeen() {
    ManualClock wall = new ManualClock();
    Map<String, Object> properties = Map.of("sandbox.data", folder.toString());
    try (Sandbox sandbox = Sandbox.start(properties, wall)) {
      Market market = new Market(sandbox.url());
      market.control("PUT", "/clock", "{\"offsetMs\": 5000, \"speed\": 60}");
    }
    wall.pass(Duration.ofSeconds(10));
    try (Sandbox sandbox = Sandbox.start(properties, wall)) {
      Reply clock = new Market(sandbox.url()).control("GET", "/clock");
      assertThat(clock.text("wall")).isEqualTo("2026-06-12T09:30:10.000Z");
      assertThat(clock.text("now")).isEqualTo("2026-06-12T09:40:05.000Z");
    }
  }

  @Test
  void whatWasAnsweredIsThereAfterAKill() throws Exception {
    Process process = launch();
    try {
      Market market = new Market(url(process));
      String contractId = market.hired("prp_4");
      int answered = writeUntilItDies(market, contractId, process);
      assertThat(answered).isGreaterThanOrEqualTo(WRITES);
      try (Sandbox again = Sandbox.start(Map.of("sandbox.data", folder.toString()))) {
        Reply contract = new Market(again.url()).get("/contracts/" + contractId);
        assertThat(contract.size("contract.milestones")).isBetween(answered + 1, answered + 2);
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatIsLeftOfAFaultIsThereAfterAKillAndItsDrawsGoOn(boolean killed) throws Exception {
    Process process = launch();
    List<Integer> answers = new ArrayList<>();
    try {
      Market market = new Market(url(process));
      market.control(
          "POST",
          "/faults",
          "{\"path\": \"/contracts\", \"kind\": \"status\", \"status\": 502, \"times\": 6,"
              + " \"probability\": 0.3, \"seed\": 5}");
      answers.addAll(statuses(market, 10));
      if (killed) {
        process.destroyForcibly().waitFor();
        process = launch();
        market = new Market(url(process));
      }
      answers.addAll(statuses(market, 10));
      assertThat(market.control("GET", "/faults").number("faults.0.hits")).isEqualTo(6);
      String id = market.control("GET", "/faults").text("faults.0.id");
      assertThat(market.control("DELETE", "/faults/" + id).size("faults")).isZero();
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(answers)
        .isEqualTo(
            List.of(
                200, 502, 200, 200, 200, 200, 502, 200, 502, 200, 200, 502, 200, 200, 200, 200, 200,
                502, 502, 200));
  }

  private static List<Integer> statuses(Market market, int times) {
    return IntStream.range(0, times).mapToObj(i -> market.get("/contracts").status()).toList();
  }

  /** Kills it while another write is on its way; answers with how many were answered. */
  private static int writeUntilItDies(Market market, String contractId, Process process)
      throws InterruptedException {
    int answered = 0;
    try {
      while (true) {
        if (answered == WRITES) {
          Thread.ofVirtual().start(process::destroyForcibly);
        }
        market.trySend(
            "POST",
            Market.API + "/contracts/" + contractId + "/milestones",
            "{\"description\": \"number %d\", \"amountUsd\": 1}".formatted(answered),
            Map.of());
        answered++;
      }
    } catch (IOException expected) {
      process.waitFor();
      return answered;
    }
  }

  private Process launch() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Sandbox.class.getName());
    builder.environment().put("SANDBOX_PORT", "-1");
    builder.environment().put("SANDBOX_DATA", folder.toString());
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static String url(Process process) throws IOException {
    BufferedReader out = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
    List<String> heard = new ArrayList<>();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      heard.add(line);
      if (line.startsWith("Sandbox: ")) {
        return line.substring("Sandbox: ".length());
      }
    }
    throw new AssertionError("it did not start: " + heard);
  }
}
