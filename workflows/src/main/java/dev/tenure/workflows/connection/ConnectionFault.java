package dev.tenure.workflows.connection;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a failed call to a Temporal service means for whoever set it up. */
public final class ConnectionFault {

  private static final int LONGEST = 200;
  private static final int DEEPEST = 20;

  private ConnectionFault() {}

  /** Its gRPC status; empty where the failure has none. */
  public static Optional<Status> status(Throwable failure) {
    return causes(failure).stream()
        .filter(StatusRuntimeException.class::isInstance)
        .map(cause -> ((StatusRuntimeException) cause).getStatus())
        .findFirst();
  }

  /**
   * What the service did, in one line that follows its name: the code of the answer, and the remedy
   * where the cause is known.
   */
  public static String words(Throwable failure) {
    Optional<Status> status = status(failure);
    if (status.isEmpty()) {
      return "could not be asked: " + rootWords(failure);
    }
    String code = status.get().getCode().name();
    return switch (status.get().getCode()) {
      case UNAUTHENTICATED ->
          "does not accept the credentials (%s): set TEMPORAL_API_KEY to a key that holds%s"
              .formatted(code, saying(status.get()));
      case PERMISSION_DENIED ->
          "does not let these credentials use the namespace (%s): check TEMPORAL_NAMESPACE and the rights of the key%s"
              .formatted(code, saying(status.get()));
      case DEADLINE_EXCEEDED -> "gave no answer in time (" + code + ")";
      case UNAVAILABLE -> "cannot be reached (%s): %s".formatted(code, unreachable(failure));
      default -> "answered %s%s".formatted(code, saying(status.get()));
    };
  }

  private static String unreachable(Throwable failure) {
    for (Throwable cause : causes(failure)) {
      Optional<String> words = tls(cause);
      if (words.isPresent()) {
        return words.get();
      }
    }
    return rootWords(failure);
  }

  /** By names and texts: Netty's own types come shaded, and an alert is told as a text alone. */
  private static Optional<String> tls(Throwable cause) {
    String type = cause.getClass().getSimpleName();
    String text = String.valueOf(cause.getMessage());
    String small = text.toLowerCase(Locale.ROOT);
    if (type.equals("NotSslRecordException")) {
      return Optional.of(
          "it speaks plaintext where TLS was expected; set TEMPORAL_TLS=false, or another"
              + " TEMPORAL_ADDRESS");
    }
    if (type.equals("CertificateExpiredException")
        || type.equals("CertificateNotYetValidException")) {
      return Optional.of("its certificate is out of date (" + line(text) + "); renew it there");
    }
    if (small.contains("no subject alternative") || small.contains("no name matching")) {
      return Optional.of(
          "its certificate is for another host (%s); set TEMPORAL_TLS_SERVER_NAME to the name in it"
              .formatted(line(text)));
    }
    if (type.equals("SunCertPathBuilderException") || small.contains("trust anchor")) {
      return Optional.of(
          "its certificate comes from an authority that is not trusted here; name the authority by"
              + " TEMPORAL_TLS_SERVER_CA_CERT_PATH");
    }
    if (small.contains("alert")) {
      return Optional.of(
          "it refuses the client certificate (%s); renew TEMPORAL_TLS_CLIENT_CERT_* and _KEY_*"
              .formatted(line(text)));
    }
    if (small.contains("network closed for unknown reason")) {
      return Optional.of(
          "it closed the connection; if it speaks TLS, set TEMPORAL_TLS=true, and with mTLS"
              + " TEMPORAL_TLS_CLIENT_CERT_PATH and _KEY_PATH");
    }
    return Optional.empty();
  }

  private static String saying(Status status) {
    @Nullable String description = status.getDescription();
    return description == null ? "" : "; it says: " + line(description);
  }

  /** The words of the innermost cause. */
  static String rootWords(Throwable failure) {
    Throwable root = causes(failure).getLast();
    @Nullable String message = root.getMessage();
    return line(message == null ? root.getClass().getSimpleName() : message);
  }

  private static String line(String text) {
    String first = text.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ");
    return first.length() <= LONGEST ? first : first.substring(0, LONGEST);
  }

  private static List<Throwable> causes(Throwable failure) {
    List<Throwable> all = new ArrayList<>();
    for (@Nullable Throwable e = failure; e != null && all.size() < DEEPEST; e = e.getCause()) {
      all.add(e);
    }
    return all;
  }
}
