package dev.tenure.workflows.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.workflows.connection.GuardedTemporal.Guard;
import io.grpc.StatusRuntimeException;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.testserver.TestServer;
import io.temporal.testserver.TestServer.PortBoundTestServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real connections, through a guard, to Temporal's test server. */
@SuppressWarnings("NullAway.Init")
class TemporalConnectionTest {

  private static final String KEY = "tmprl_secret_key";

  @TempDir static Path folder;
  private static TestAuthority authority;
  private static TestAuthority.Identity server;
  private static TestAuthority.Identity client;
  private static PortBoundTestServer temporal;
  private static String behind;

  @BeforeAll
  static void start() throws IOException {
    authority = TestAuthority.in(Files.createDirectory(folder.resolve("ca")), "test authority");
    server = authority.sign("server");
    client = authority.sign("client");
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    temporal = TestServer.createPortBoundServer(port, true);
    behind = "127.0.0.1:" + port;
  }

  @AfterAll
  static void stop() {
    temporal.close();
  }

  @Test
  void tlsWithAnAuthorityOfOnesOwnConnects() {
    try (var guarded = GuardedTemporal.before(behind, Guard.none().with(server))) {
      assertThat(call(trusting(guarded))).isEqualTo("connected");
      assertThat(operator(TemporalConnection.of(trusting(guarded)))).doesNotContain("UNAVAILABLE");
    }
  }

  @Test
  void aClientCertificateConnectsFromFilesAndFromData() throws IOException {
    var guard = Guard.none().with(server).clientsOf(authority.certificate());
    try (var guarded = GuardedTemporal.before(behind, guard)) {
      Map<String, String> files = trusting(guarded);
      files.put("TEMPORAL_TLS_CLIENT_CERT_PATH", client.certificate().toString());
      files.put("TEMPORAL_TLS_CLIENT_KEY_PATH", client.key().toString());
      assertThat(call(files)).isEqualTo("connected");
      Map<String, String> data =
          Map.of(
              "TEMPORAL_ADDRESS", guarded.address(),
              "TEMPORAL_TLS_SERVER_CA_CERT_DATA", Files.readString(authority.certificate()),
              "TEMPORAL_TLS_CLIENT_CERT_DATA", Files.readString(client.certificate()),
              "TEMPORAL_TLS_CLIENT_KEY_DATA", Files.readString(client.key()));
      assertThat(call(data)).isEqualTo("connected");
    }
  }

  @Test
  void theKeyAndTheNamespaceGoWithEveryCallAlsoToTheOperatorService() {
    var guard = new Guard(server, null, KEY, "hiring.a1b2c", true);
    try (var guarded = GuardedTemporal.before(behind, guard)) {
      Map<String, String> settings = trusting(guarded);
      settings.put("TEMPORAL_API_KEY", KEY);
      settings.put("TEMPORAL_NAMESPACE", "hiring.a1b2c");
      settings.put("TEMPORAL_GRPC_META_X_TEAM", "people");
      TemporalConnection connection = TemporalConnection.of(settings);
      call(connection);
      assertThat(operator(connection)).doesNotContain("UNAUTHENTICATED", "PERMISSION_DENIED");
      assertThat(guarded.refused()).isEmpty();
    }
  }

  @Test
  void aProfileFileConnectsAndVariablesGoBeforeIt() throws IOException {
    try (var guarded = GuardedTemporal.before(behind, new Guard(server, null, KEY, null, true))) {
      Path file =
          Files.writeString(
              folder.resolve("temporal.toml"),
              """
              [profile.production]
              address = "%s"
              namespace = "of-the-file"
              api_key = "%s"
              [profile.production.tls]
              server_ca_cert_path = "%s"
              """
                  .formatted(guarded.address(), KEY, authority.certificate()));
      Map<String, String> settings = new HashMap<>();
      settings.put("TEMPORAL_CONFIG_FILE", file.toString());
      settings.put("TEMPORAL_PROFILE", "production");
      assertThat(TemporalConnection.of(settings).namespace()).isEqualTo("of-the-file");
      settings.put("TEMPORAL_NAMESPACE", "default");
      assertThat(call(settings)).isEqualTo("connected");
    }
  }

  @Test
  void aKeyThatIsRefusedIsToldWithTheVariableAndWithoutTheKey() {
    try (var guarded = GuardedTemporal.before(behind, new Guard(server, null, KEY, null, true))) {
      Map<String, String> settings = trusting(guarded);
      assertThat(call(settings)).contains("UNAUTHENTICATED").contains("TEMPORAL_API_KEY");
      settings.put("TEMPORAL_API_KEY", "tmprl_wrong_key");
      assertThat(call(settings))
          .startsWith("Temporal at " + guarded.address() + " does not accept the credentials")
          .contains("invalid or missing API key")
          .doesNotContain("tmprl_wrong_key");
    }
  }

  @Test
  void plaintextAgainstTlsAndTlsAgainstPlaintextAreToldApart() {
    try (var tls = GuardedTemporal.before(behind, Guard.none().with(server));
        var plain = GuardedTemporal.before(behind, Guard.none())) {
      assertThat(call(Map.of("TEMPORAL_ADDRESS", tls.address())))
          .contains("UNAVAILABLE")
          .contains("set TEMPORAL_TLS=true");
      assertThat(call(Map.of("TEMPORAL_ADDRESS", plain.address(), "TEMPORAL_TLS", "true")))
          .contains("it speaks plaintext where TLS was expected");
      // A key asks for TLS by itself, as Temporal Cloud needs it, unless plaintext is wished for.
      Map<String, String> keyed = new HashMap<>();
      keyed.put("TEMPORAL_ADDRESS", plain.address());
      keyed.put("TEMPORAL_API_KEY", KEY);
      assertThat(call(keyed)).contains("it speaks plaintext where TLS was expected");
      keyed.put("TEMPORAL_TLS", "false");
      assertThat(call(keyed)).isEqualTo("connected");
    }
  }

  @Test
  void aCertificateThatIsNotTrustedOrOutOfDateOrAnothersIsToldWithTheRemedy() {
    try (var good = GuardedTemporal.before(behind, Guard.none().with(server));
        var expired =
            GuardedTemporal.before(behind, Guard.none().with(authority.signExpired("expired")));
        var other =
            GuardedTemporal.before(
                behind, Guard.none().with(authority.signFor("other", "temporal.example")))) {
      assertThat(call(Map.of("TEMPORAL_ADDRESS", good.address(), "TEMPORAL_TLS", "true")))
          .contains("TEMPORAL_TLS_SERVER_CA_CERT_PATH");
      assertThat(call(trusting(expired))).contains("its certificate is out of date");
      Map<String, String> named = trusting(other);
      assertThat(call(named)).contains("TEMPORAL_TLS_SERVER_NAME");
      named.put("TEMPORAL_TLS_SERVER_NAME", "temporal.example");
      assertThat(call(named)).isEqualTo("connected");
      assertThat(
              call(
                  Map.of(
                      "TEMPORAL_ADDRESS",
                      other.address(),
                      "TEMPORAL_TLS_DISABLE_HOST_VERIFICATION",
                      "true")))
          .isEqualTo("connected");
    }
  }

  @Test
  void aClientCertificateThatIsMissingOrOutOfDateIsTold() {
    var guard = Guard.none().with(server).clientsOf(authority.certificate());
    var expired = authority.signExpired("former");
    try (var guarded = GuardedTemporal.before(behind, guard)) {
      Map<String, String> settings = trusting(guarded);
      assertThat(call(settings)).contains("TEMPORAL_TLS_CLIENT_CERT");
      settings.put("TEMPORAL_TLS_CLIENT_CERT_PATH", expired.certificate().toString());
      settings.put("TEMPORAL_TLS_CLIENT_KEY_PATH", expired.key().toString());
      assertThat(call(settings)).contains("TEMPORAL_TLS_CLIENT_CERT");
    }
  }

  @Test
  void aServiceThatIsNotThereIsToldWithoutWaitingForIt() {
    assertThat(call(Map.of("TEMPORAL_ADDRESS", "127.0.0.1:1")))
        .contains("cannot be reached (UNAVAILABLE)");
  }

  @Test
  void settingsThatCannotBeUsedAreRefusedByName() {
    refused(Map.of("TEMPORAL_TLS", "1"), "TEMPORAL_TLS=1", "true or false");
    refused(Map.of("TEMPORAL_CONFIG_FILE", "/nowhere.toml"), "TEMPORAL_CONFIG_FILE", "no such");
    refused(
        Map.of("TEMPORAL_TLS_SERVER_CA_CERT_PATH", "/nowhere.pem"),
        "TEMPORAL_TLS_SERVER_CA_CERT_PATH=/nowhere.pem");
    refused(
        Map.of("TEMPORAL_TLS_CLIENT_CERT_PATH", client.certificate().toString()),
        "TEMPORAL_TLS_CLIENT_KEY_PATH");
    refused(
        Map.of(
            "TEMPORAL_TLS_CLIENT_CERT_PATH",
            client.certificate().toString(),
            "TEMPORAL_TLS_CLIENT_CERT_DATA",
            "x"),
        "set one of them");
    refused(
        Map.of(
            "TEMPORAL_TLS_CLIENT_CERT_DATA", "no certificate", "TEMPORAL_TLS_CLIENT_KEY_DATA", KEY),
        "The certificates for Temporal cannot be used",
        "PEM");
    refused(Map.of("TEMPORAL_ADDRESS", "https://temporal:7233"), "host:port");
    refused(Map.of("TEMPORAL_API_KEY", KEY + "\nsecond line"), "TEMPORAL_API_KEY", "ASCII");
  }

  @Test
  void aProfileFileThatCannotBeReadIsRefusedWithoutItsContent() throws IOException {
    Path file =
        Files.writeString(folder.resolve("broken.toml"), "[profile.default]\napi_key = " + KEY);
    refused(Map.of("TEMPORAL_CONFIG_FILE", file.toString()), "TEMPORAL_CONFIG_FILE", "broken.toml");
    Files.writeString(file, "[profile.default]\naddress = \"https://temporal:7233\"\n");
    refused(Map.of("TEMPORAL_CONFIG_FILE", file.toString()), "host:port");
    Files.writeString(file, "[profile.default]\napi_key = \"" + KEY + "\"\n");
    refused(
        Map.of("TEMPORAL_CONFIG_FILE", file.toString(), "TEMPORAL_PROFILE", "production"),
        "TEMPORAL_PROFILE=production");
  }

  @Test
  void withoutSettingsItIsTheDevelopmentServerAndTheTextNamesNoSecret() {
    assertThat(TemporalConnection.of(Map.of("TEMPORAL_CONFIG_FILE", "/dev/null")))
        .hasToString("Temporal at 127.0.0.1:8801, namespace default, plaintext");
    assertThat(
            TemporalConnection.of(
                Map.of("TEMPORAL_ADDRESS", "a:7233", "TEMPORAL_API_KEY", KEY, "HOME", "/root")))
        .hasToString("Temporal at a:7233, namespace default, TLS, API key");
  }

  @Test
  void temporalCloudIsKnownByItsAddressAndToldItsOwnCommands() {
    var cloud =
        new OperatorCommands(
            TemporalConnection.of(
                Map.of(
                    "TEMPORAL_ADDRESS", "hiring.a1b2c.tmprl.cloud:7233",
                    "TEMPORAL_NAMESPACE", "hiring.a1b2c")));
    assertThat(cloud.connection().isCloud()).isTrue();
    assertThat(cloud.createNamespace())
        .isEqualTo(
            "tcld namespace create --namespace hiring --region REGION --auth-method api_key");
  }

  private static Map<String, String> trusting(GuardedTemporal guarded) {
    Map<String, String> settings = new HashMap<>();
    settings.put("TEMPORAL_ADDRESS", guarded.address());
    settings.put("TEMPORAL_TLS_SERVER_CA_CERT_PATH", authority.certificate().toString());
    return settings;
  }

  private static String call(Map<String, String> settings) {
    return call(TemporalConnection.of(settings));
  }

  private static String call(TemporalConnection connection) {
    WorkflowServiceStubs stubs =
        WorkflowServiceStubs.newServiceStubs(connection.serviceOptions().build());
    try {
      WorkflowClient.newInstance(stubs, connection.clientOptions().build())
          .getWorkflowServiceStubs()
          .blockingStub()
          .withDeadlineAfter(10, TimeUnit.SECONDS)
          .describeNamespace(
              DescribeNamespaceRequest.newBuilder().setNamespace(connection.namespace()).build());
      return "connected";
    } catch (StatusRuntimeException e) {
      return connection.words(e);
    } finally {
      stubs.shutdownNow();
    }
  }

  private static String operator(TemporalConnection connection) {
    WorkflowServiceStubs stubs =
        WorkflowServiceStubs.newServiceStubs(connection.serviceOptions().build());
    try {
      OperatorServiceStubs.newServiceStubs(connection.operatorOptions(stubs))
          .blockingStub()
          .withDeadlineAfter(10, TimeUnit.SECONDS)
          .listSearchAttributes(
              ListSearchAttributesRequest.newBuilder().setNamespace("default").build());
      return "connected";
    } catch (StatusRuntimeException e) {
      return connection.words(e);
    } finally {
      stubs.shutdownNow();
    }
  }

  private static void refused(Map<String, String> settings, String... words) {
    assertThatThrownBy(() -> TemporalConnection.of(settings))
        .isInstanceOf(ConnectionSettingsException.class)
        .hasMessageContainingAll(words)
        .hasMessageNotContaining(KEY);
  }
}
