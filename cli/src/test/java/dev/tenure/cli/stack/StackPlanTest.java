package dev.tenure.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.cli.environment.Environment;
import dev.tenure.cli.environment.Refused;
import dev.tenure.cli.home.Home;
import dev.tenure.cli.network.Port;
import dev.tenure.cli.supervision.Service;
import dev.tenure.cli.temporal.TemporalCli;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackPlanTest {
  private static final Map<String, String> REAL =
      Map.of("OT_API_BASE_URL", "https://market.example", "OT_API_TOKEN", "secret");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  @BeforeEach
  void makeADistribution() throws IOException {
    var roles = Files.createDirectories(folder.resolve("roles"));
    for (var role : List.of("api", "worker", "sandbox", "database")) {
      Files.createFile(roles.resolve(role + ".args"));
    }
  }

  @Test
  void classesThatWereKeptReadyForThisBuildAreUsed() throws IOException {
    var built = Files.createFile(folder.resolve("built"));
    var cache = Files.createFile(folder.resolve("worker.aot"));
    assertThat(plan(Map.of()).engine().getLast().command()).contains("-XX:AOTCache=worker.aot");
    Files.setLastModifiedTime(built, FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(plan(Map.of()).engine().getLast().command())
        .as("%s is of an earlier build", cache)
        .doesNotContain("-XX:AOTCache=worker.aot");
  }

  @Test
  void withoutAMarketplaceTheSandboxIsStartedAndTheWorkerPointedAtIt() {
    var plan = plan(Map.of());
    assertThat(names(plan.foundations(temporal())))
        .containsExactly("temporal", "database", "sandbox");
    assertThat(worker(plan))
        .containsEntry("OT_API_BASE_URL", "http://127.0.0.1:8803")
        .containsEntry("OT_API_TOKEN", "ot_pat_sandbox_owner")
        .containsEntry("TENURE_SWEEP_INTERVAL", "PT2S");
    assertThat(worker(plan(Map.of("TENURE_SWEEP_INTERVAL", "PT45S"))))
        .containsEntry("TENURE_SWEEP_INTERVAL", "PT45S");
    assertThat(worker(plan(REAL))).doesNotContainKey("TENURE_SWEEP_INTERVAL");
  }

  @Test
  void besideTheSandboxTheWorkerPaysOnItsOpenContractFromAWalletOfTheStack() throws IOException {
    var plan = plan(Map.of("OC_MOST_PER_DAY", "1", "OC_EDITOR", "vi"));
    assertThat(plan.sandbox().environment()).containsEntry("SANDBOX_OPENCONTRACT_PORT", "8808");
    assertThat(plan.sandbox().ports()).containsExactlyInAnyOrder(Port.SANDBOX, Port.OPENCONTRACT);
    plan.wallet().prepare();
    var file = Path.of(String.valueOf(worker(plan).get("OC_KEY_FILE")));
    var key = Files.readString(file);
    assertThat(key.strip()).matches("[0-9a-f]{64}");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    plan.wallet().prepare();
    assertThat(file).as("made once").hasContent(key);
    assertThat(file.getParent()).isDirectoryNotContaining("glob:**.tmp");
    assertThat(worker(plan))
        .containsEntry("OC_API_BASE_URL", "http://127.0.0.1:8808/opencontract")
        .containsEntry("OC_RPC_URL", "http://127.0.0.1:8808/sandbox/opencontract/rpc")
        .containsEntry("OC_MOST_PER_DAY", "10000");
    assertThat(plan.engine().getFirst().environment()).doesNotContainKey("OC_KEY_FILE");
  }

  @Test
  void aKeyOfTheRealOpenContractLeavesTheSandboxOut() {
    var env = Map.of("OC_KEY_FILE", "/run/key", "OC_MOST_PER_DAY_ACME", "5", "OC_EDITOR", "vi");
    var plan = plan(env);
    assertThat(names(plan.foundations(temporal()))).containsExactly("temporal", "database");
    assertThat(worker(plan))
        .containsEntry("OC_KEY_FILE", "/run/key")
        .containsEntry("OC_MOST_PER_DAY_ACME", "5")
        .doesNotContainKeys("OT_API_BASE_URL", "OT_API_TOKEN", "OC_API_BASE_URL");
    assertThat(plan.marketplace().url()).isEqualTo("https://api.opencontract.io");
    var both = new java.util.HashMap<>(env);
    both.putAll(REAL);
    assertThat(worker(plan(both)))
        .containsEntry("OC_KEY_FILE", "/run/key")
        .containsEntry("OT_API_TOKEN", "secret");
    assertThat(plan(both).engine().getFirst().environment()).doesNotContainKey("OC_KEY_FILE");
  }

  @Test
  void withARealMarketplaceTheSandboxIsLeftOutAndOnlyTheWorkerKnowsTheToken() {
    var plan = plan(REAL);
    assertThat(names(plan.foundations(temporal()))).containsExactly("temporal", "database");
    assertThat(worker(plan)).containsEntry("OT_API_TOKEN", "secret");
    var others = new java.util.ArrayList<>(plan.foundations(temporal()));
    others.add(plan.engine().getFirst());
    assertThat(others)
        .allSatisfy(service -> assertThat(service.environment()).doesNotContainValue("secret"));
  }

  @Test
  void aTokenInAFileStaysThere() {
    var env =
        Map.of("OT_API_BASE_URL", "https://market.example", "OT_API_TOKEN_FILE", "/run/token");
    assertThat(worker(plan(env)))
        .containsEntry("OT_API_TOKEN_FILE", "/run/token")
        .doesNotContainKey("OT_API_TOKEN");
  }

  @Test
  void onlyTheApiKnowsItsKeysAndNoneButTheEngineThePasswordOfADatabase() {
    var plan =
        plan(
            Map.of(
                "TENURE_API_KEYS", "ops:secret",
                "TENURE_JDBC_URL", "jdbc:postgresql://db.example/tenure",
                "TENURE_JDBC_PASSWORD", "hidden"));
    assertThat(plan.engine().getFirst().environment())
        .containsEntry("TENURE_API_KEYS", "ops:secret")
        .containsEntry("TENURE_JDBC_PASSWORD", "hidden");
    assertThat(worker(plan))
        .containsEntry("TENURE_JDBC_PASSWORD", "hidden")
        .doesNotContainValue("ops:secret");
    assertThat(plan.foundations(temporal()))
        .allSatisfy(
            service ->
                assertThat(service.environment())
                    .doesNotContainValue("hidden")
                    .doesNotContainValue("ops:secret"));
  }

  @Test
  void onlyTheWorkerKnowsTheWaysToPeople() {
    var env =
        Map.of(
            "TENURE_REMINDERS_SLACK_URL", "https://hooks.example/secret",
            "TENURE_SMTP_PASSWORD", "secret");
    var plan = plan(env);
    assertThat(worker(plan)).containsAllEntriesOf(env);
    var others = new java.util.ArrayList<>(plan.foundations(temporal()));
    others.add(plan.engine().getFirst());
    assertThat(others)
        .allSatisfy(
            service ->
                assertThat(service.environment())
                    .doesNotContainKeys(env.keySet().toArray(String[]::new)));
  }

  @Test
  void halfOfAMarketplaceIsRefused() {
    assertThatThrownBy(() -> plan(Map.of("OT_API_TOKEN", "secret")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("OT_API_BASE_URL")
        .hasMessageNotContaining("secret");
  }

  @Test
  void thePasswordOfOurDatabaseIsHandedOnAsAFileAlone() {
    assertThat(worker(plan(Map.of())))
        .doesNotContainKey("TENURE_JDBC_PASSWORD")
        .hasEntrySatisfying(
            "TENURE_JDBC_PASSWORD_FILE", file -> assertThat(file).endsWith("database/password"));
  }

  @Test
  void aNamedDatabaseOrTemporalReplacesOurs() {
    var env = Map.of("TENURE_JDBC_URL", "jdbc:postgresql://db/t", "TEMPORAL_ADDRESS", "t:7233");
    var plan = plan(env);
    assertThat(names(plan.foundations(temporal()))).containsExactly("sandbox");
    assertThat(worker(plan)).containsAllEntriesOf(env).doesNotContainKey("TENURE_JDBC_USER");
  }

  @Test
  void aProfileNamesATemporalToo() {
    var plan = plan(Map.of("TEMPORAL_PROFILE", "production", "TEMPORAL_NAMESPACE", "hiring.a1b2c"));
    assertThat(names(plan.foundations(temporal()))).doesNotContain("temporal");
    assertThat(worker(plan))
        .containsEntry("TEMPORAL_PROFILE", "production")
        .containsEntry("TEMPORAL_NAMESPACE", "hiring.a1b2c")
        .doesNotContainKey("TEMPORAL_ADDRESS");
    assertThat(plan.engine().getFirst().environment()).doesNotContainKey("TENURE_TEMPORAL_UI_URL");
  }

  @Test
  void ourOwnTemporalIsReachedWithoutTheUsersProfileFile() {
    assertThat(worker(plan(Map.of())))
        .containsEntry("TEMPORAL_ADDRESS", "127.0.0.1:8801")
        .containsEntry("TEMPORAL_NAMESPACE", "default")
        .containsEntry("TEMPORAL_CONFIG_FILE", "/dev/null");
  }

  @Test
  void theKeyToTemporalIsForApiAndWorkerAlone() {
    var plan = plan(Map.of("TEMPORAL_ADDRESS", "t:7233", "TEMPORAL_API_KEY", "secret"));
    assertThat(plan.engine())
        .allSatisfy(
            service ->
                assertThat(service.environment()).containsEntry("TEMPORAL_API_KEY", "secret"));
    assertThat(plan.foundations(temporal()))
        .isNotEmpty()
        .allSatisfy(service -> assertThat(service.environment()).doesNotContainValue("secret"));
  }

  @Test
  void aKeyWithoutTheTemporalThatItIsForIsRefused() {
    assertThatThrownBy(() -> plan(Map.of("TEMPORAL_API_KEY", "secret")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("TEMPORAL_API_KEY")
        .hasMessageContaining("TEMPORAL_ADDRESS")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aRoleIsGivenTheJvmOptionsThatAreSetForItAndNoOther() {
    var plan =
        plan(
            Map.of(
                "TENURE_API_JVM_OPTIONS", "-Xmx1g -XX:+UseParallelGC",
                "_JAVA_OPTIONS", "-Dall=1",
                "TENURE_WORKER_JVM_OPTIONS", " "));
    assertThat(plan.engine().getFirst().environment())
        .containsEntry("_JAVA_OPTIONS", "-Dall=1 -Xmx1g -XX:+UseParallelGC");
    assertThat(worker(plan)).containsEntry("_JAVA_OPTIONS", "-Dall=1");
    assertThat(worker(plan(Map.of()))).doesNotContainKey("_JAVA_OPTIONS");
    var sandbox = plan(Map.of("TENURE_SANDBOX_JVM_OPTIONS", "-Xmx64m")).sandbox();
    assertThat(sandbox.environment()).containsEntry("_JAVA_OPTIONS", "-Xmx64m");
  }

  @Test
  void theJvmHeedsTheOptionsFromOutsideRatherThanThoseOfTheRole() throws Exception {
    var flags = Files.writeString(folder.resolve("flags.args"), "-Xmx64m\n");
    var api = plan(Map.of("TENURE_API_JVM_OPTIONS", "-Xmx96m")).engine().getFirst();
    var java = Path.of(System.getProperty("java.home"), "bin", "java");
    var builder =
        new ProcessBuilder(java.toString(), "@" + flags, "-XX:+PrintFlagsFinal", "-version");
    builder.environment().putAll(api.environment());
    var process = builder.redirectErrorStream(true).start();
    var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(printed).containsPattern("MaxHeapSize += " + 96 * 1024 * 1024 + " ");
  }

  @Test
  void everythingListensOnLoopback() {
    var plan = plan(Map.of());
    assertThat(plan.engine().getFirst().environment())
        .containsEntry("TENURE_API_HOST", "127.0.0.1");
    assertThat(worker(plan)).containsEntry("TENURE_WORKER_HOST", "127.0.0.1");
    assertThat(plan.foundations(temporal()).getFirst().command())
        .containsSubsequence("--ip", "127.0.0.1")
        .containsSubsequence("--ui-ip", "127.0.0.1");
  }

  private StackPlan plan(Map<String, String> variables) {
    var distribution = new Distribution(folder, Path.of("java"));
    return new StackPlan(new Environment(variables), new Home(folder), distribution, words -> {})
        .checked();
  }

  private static Map<String, String> worker(StackPlan plan) {
    return plan.engine().getLast().environment();
  }

  private static List<String> names(List<Service> services) {
    return services.stream().map(Service::name).toList();
  }

  private static TemporalCli temporal() {
    return new TemporalCli(Path.of("temporal"), Version.parse("1.29.1"));
  }
}
