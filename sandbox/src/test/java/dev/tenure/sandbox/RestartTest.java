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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
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
    int answered = 0;
    Process process = launch();
    Market market = new Market(url(process));
    String contractId = market.hired("prp_4");
    Thread killer =
        Thread.ofVirtual()
            .unstarted(
                () -> {
                  SandboxTest.await(
                      () ->
                          market.get("/contracts/" + contractId).size("contract.milestones") > 40);
                  process.destroyForcibly();
                });
    killer.start();
    try {
      while (process.isAlive()) {
        market.trySend(
            "POST",
            Market.API + "/contracts/" + contractId + "/milestones",
            "{\"description\": \"number %d\", \"amountUsd\": 1}".formatted(answered),
            Map.of());
        answered++;
      }
    } catch (IOException expected) {
      assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(answered).isGreaterThan(30);
    try (Sandbox again = Sandbox.start(Map.of("sandbox.data", folder.toString()))) {
      Reply contract = new Market(again.url()).get("/contracts/" + contractId);
      assertThat(contract.size("contract.milestones")).isBetween(answered + 1, answered + 2);
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
