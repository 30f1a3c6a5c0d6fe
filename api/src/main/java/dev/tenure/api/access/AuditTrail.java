package dev.tenure.api.access;

import dev.tenure.journal.access.AuditEntry;
import dev.tenure.journal.access.AuditEntry.Outcome;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Writes entries of the audit list: who sent a request from where, and what came of it. */
@Singleton
public final class AuditTrail {

  private final ClientAddress addresses;

  AuditTrail(ClientAddress addresses) {
    this.addresses = addresses;
  }

  /**
   * The entry of a request that is answered now.
   *
   * @param status the HTTP status of the answer
   * @param code the code of the problem, where it was not carried out
   */
  public AuditEntry entry(
      HttpRequest<?> request,
      String action,
      @Nullable String hireId,
      @Nullable String subject,
      Outcome outcome,
      int status,
      @Nullable String code) {
    @Nullable Principal who = Principal.of(request).orElse(null);
    @Nullable InetAddress remote = addresses.of(request);
    return new AuditEntry(
        0,
        Instant.now().truncatedTo(ChronoUnit.MICROS),
        who == null ? null : who.name(),
        who == null ? null : who.keyId(),
        who == null ? null : who.via().wire(),
        remote == null ? null : remote.getHostAddress(),
        action,
        hireId,
        subject,
        outcome,
        status,
        code);
  }
}
