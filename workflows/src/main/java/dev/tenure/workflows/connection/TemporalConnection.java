package dev.tenure.workflows.connection;

import dev.tenure.workflows.Payloads;
import io.grpc.Metadata;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.envconfig.ClientConfigProfile;
import io.temporal.envconfig.ClientConfigTLS;
import io.temporal.envconfig.LoadClientConfigProfileOptions;
import io.temporal.serviceclient.GrpcMetadataProvider;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The connection to a Temporal service as the standard {@code TEMPORAL_*} variables and the profile
 * file describe it, read by Temporal's own library. Making one dials nobody.
 *
 * <p>Its text names no secret.
 */
public final class TemporalConnection {

  /** Where {@code tenure up} has its development server. */
  public static final String DEFAULT_ADDRESS = "127.0.0.1:8801";

  /** What the SDK sends with every call of a client, but not with those of the operator service. */
  private static final Metadata.Key<String> NAMESPACE =
      Metadata.Key.of("temporal-namespace", Metadata.ASCII_STRING_MARSHALLER);

  private static final List<String> CLOUD = List.of(".tmprl.cloud", ".api.temporal.io");

  private final ClientConfigProfile profile;
  private final WorkflowServiceStubsOptions service;

  private TemporalConnection(ClientConfigProfile profile, WorkflowServiceStubsOptions service) {
    this.profile = profile;
    this.service = service;
  }

  /**
   * Reads the settings of a process, and the files that they name.
   *
   * @param environment its variables; one that is set to nothing counts as not set
   * @throws ConnectionSettingsException where one cannot be used, with words that name it
   */
  public static TemporalConnection of(Map<String, String> environment) {
    Map<String, String> variables = new TreeMap<>();
    environment.forEach(
        (name, value) -> {
          if (name.startsWith("TEMPORAL_") && !value.isBlank()) {
            variables.put(name, value.strip());
          }
        });
    ConnectionVariables.check(variables);
    ClientConfigProfile profile = load(variables);
    ConnectionVariables.check(profile);
    return new TemporalConnection(profile, options(profile));
  }

  private static ClientConfigProfile load(Map<String, String> variables) {
    try {
      ClientConfigProfile profile =
          ClientConfigProfile.load(
              LoadClientConfigProfileOptions.newBuilder()
                  .setEnvOverrides(variables)
                  .setConfigFileStrict(true)
                  .setDisableFile(isEmptyFile(variables.get("TEMPORAL_CONFIG_FILE")))
                  .build());
      return isSet(profile.getAddress())
          ? profile
          : profile.toBuilder().setAddress(DEFAULT_ADDRESS).build();
    } catch (IOException | NullPointerException e) {
      // The latter where it holds no profile at all. Not the parser's words: they repeat the line,
      // which may hold the key.
      throw new ConnectionSettingsException(
          "TEMPORAL_CONFIG_FILE cannot be used: "
              + variables.getOrDefault("TEMPORAL_CONFIG_FILE", "temporal.toml of this user")
              + " is no profile file of Temporal");
    } catch (IllegalArgumentException e) {
      throw new ConnectionSettingsException(
          "TEMPORAL_PROFILE=%s cannot be used: there is no such profile in %s"
              .formatted(
                  variables.get("TEMPORAL_PROFILE"),
                  variables.getOrDefault("TEMPORAL_CONFIG_FILE", "temporal.toml of this user")));
    }
  }

  private static WorkflowServiceStubsOptions options(ClientConfigProfile profile) {
    try {
      var options = WorkflowServiceStubsOptions.newBuilder(profile.toWorkflowServiceStubsOptions());
      if (isPlaintextByWish(profile)) {
        // The SDK would speak TLS because of the key.
        options.setEnableHttps(false);
      }
      return options.build();
    } catch (RuntimeException e) {
      throw new ConnectionSettingsException(
          "The certificates for Temporal cannot be used ("
              + ConnectionFault.rootWords(e)
              + "): TEMPORAL_TLS_CLIENT_CERT_*, TEMPORAL_TLS_CLIENT_KEY_* and"
              + " TEMPORAL_TLS_SERVER_CA_CERT_* take PEM, the key as PKCS#8 without a password");
    }
  }

  /** Host and port. */
  public String address() {
    return Objects.requireNonNull(profile.getAddress());
  }

  /** The namespace, {@code default} unless it is set. */
  public String namespace() {
    String namespace = profile.getNamespace();
    return isSet(namespace) ? namespace : "default";
  }

  /** Target, TLS, credentials and headers; tuning is the caller's. */
  public WorkflowServiceStubsOptions.Builder serviceOptions() {
    return WorkflowServiceStubsOptions.newBuilder(service);
  }

  /** Namespace and payloads; the identity is the caller's. */
  public WorkflowClientOptions.Builder clientOptions() {
    return WorkflowClientOptions.newBuilder()
        .setNamespace(namespace())
        .setDataConverter(Payloads.converter());
  }

  /** The operator service on the channel of the other one, with the same credentials. */
  public OperatorServiceStubsOptions operatorOptions(WorkflowServiceStubs stubs) {
    Metadata namespace = new Metadata();
    namespace.put(NAMESPACE, namespace());
    List<GrpcMetadataProvider> providers = new ArrayList<>();
    @Nullable Collection<GrpcMetadataProvider> credentials = service.getGrpcMetadataProviders();
    if (credentials != null) {
      providers.addAll(credentials);
    }
    providers.add(() -> namespace);
    return OperatorServiceStubsOptions.newBuilder()
        .setChannel(stubs.getRawChannel())
        .setGrpcMetadataProviders(providers)
        .validateAndBuildWithDefaults();
  }

  /** Whether Temporal Cloud is there, whose namespaces and attributes no client may change. */
  public boolean isCloud() {
    String host = address().replaceFirst(":\\d+$", "");
    return CLOUD.stream().anyMatch(host::endsWith);
  }

  /** The failure of a call in one line, with the remedy where there is one. */
  public String words(Throwable failure) {
    return "Temporal at " + address() + " " + ConnectionFault.words(failure);
  }

  private static boolean isPlaintextByWish(ClientConfigProfile profile) {
    ClientConfigTLS tls = profile.getTls();
    return tls != null && Boolean.TRUE.equals(tls.isDisabled());
  }

  static boolean isSet(@Nullable String text) {
    return text != null && !text.isEmpty();
  }

  /** As {@code /dev/null} is: a way to say that there is no file, not even the user's own. */
  private static boolean isEmptyFile(@Nullable String path) {
    return path != null && new File(path).length() == 0;
  }

  static boolean isReadable(String path) {
    return new File(path).canRead();
  }

  @Override
  public String toString() {
    boolean tls = service.getEnableHttps() || service.getSslContext() != null;
    return "Temporal at %s, namespace %s, %s%s"
        .formatted(
            address(),
            namespace(),
            tls ? "TLS" : "plaintext",
            isSet(profile.getApiKey()) ? ", API key" : "");
  }
}
