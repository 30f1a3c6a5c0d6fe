package dev.tenure.workflows.connection;

import io.temporal.envconfig.ClientConfigProfile;
import io.temporal.envconfig.ClientConfigTLS;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Refuses values that Temporal's library takes without a word for something else, such as {@code
 * TEMPORAL_TLS=1} for a wish to speak plaintext.
 */
final class ConnectionVariables {

  private static final List<String> SWITCHES =
      List.of("TEMPORAL_TLS", "TEMPORAL_TLS_DISABLE_HOST_VERIFICATION");
  private static final List<String> FILES =
      List.of(
          "TEMPORAL_CONFIG_FILE",
          "TEMPORAL_TLS_CLIENT_CERT_PATH",
          "TEMPORAL_TLS_CLIENT_KEY_PATH",
          "TEMPORAL_TLS_SERVER_CA_CERT_PATH");
  private static final List<String> PAIRS =
      List.of("TEMPORAL_TLS_CLIENT_CERT", "TEMPORAL_TLS_CLIENT_KEY", "TEMPORAL_TLS_SERVER_CA_CERT");

  private ConnectionVariables() {}

  static void check(Map<String, String> variables) {
    for (String name : SWITCHES) {
      String value = variables.getOrDefault(name, "true");
      if (!value.matches("(?i)true|false")) {
        throw refused(name + "=" + value, "it must be true or false");
      }
    }
    for (String name : FILES) {
      String path = variables.get(name);
      if (path != null && !TemporalConnection.isReadable(path)) {
        throw refused(
            path.startsWith("/") && path.lines().count() == 1 ? name + "=" + path : name,
            "there is no such file, or it may not be read");
      }
    }
    for (String name : PAIRS) {
      if (variables.containsKey(name + "_PATH") && variables.containsKey(name + "_DATA")) {
        throw refused(name + "_PATH and " + name + "_DATA", "set one of them");
      }
    }
    variables.forEach(
        (name, value) -> {
          if (sentAsHeader(name) && !value.matches("[\\x20-\\x7e]*")) {
            throw refused(name, "it must be printable ASCII without line breaks");
          }
        });
  }

  /**
   * Across file and variables: the address, and a certificate, which is of no use without its key.
   */
  static void check(ClientConfigProfile profile) {
    String address = profile.getAddress();
    if (!address.matches("[^/\\s]+:\\d{1,5}")) {
      throw refused("TEMPORAL_ADDRESS=" + address, "it must be host:port, without a scheme");
    }
    @Nullable ClientConfigTLS tls = profile.getTls();
    if (tls == null) {
      return;
    }
    boolean certificate = isThere(tls.getClientCertPath(), tls.getClientCertData());
    boolean key = isThere(tls.getClientKeyPath(), tls.getClientKeyData());
    if (certificate != key) {
      throw refused(
          certificate ? "TEMPORAL_TLS_CLIENT_CERT_*" : "TEMPORAL_TLS_CLIENT_KEY_*",
          certificate
              ? "set TEMPORAL_TLS_CLIENT_KEY_PATH or _DATA with it"
              : "set TEMPORAL_TLS_CLIENT_CERT_PATH or _DATA with it");
    }
  }

  private static boolean isThere(@Nullable String path, byte @Nullable [] data) {
    return TemporalConnection.isSet(path) || (data != null && data.length > 0);
  }

  private static boolean sentAsHeader(String name) {
    return name.equals("TEMPORAL_API_KEY") || name.startsWith("TEMPORAL_GRPC_META_");
  }

  private static ConnectionSettingsException refused(String subject, String why) {
    return new ConnectionSettingsException(subject + " cannot be used: " + why);
  }
}
