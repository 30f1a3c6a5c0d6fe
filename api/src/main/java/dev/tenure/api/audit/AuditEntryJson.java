package dev.tenure.api.audit;

import dev.tenure.journal.access.AuditEntry;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody wanted done, and what came of it.
 *
 * @param actor the name of the key that it was done with; null for a try to sign in that failed
 * @param keyId the id of that key
 * @param via key, session, or local on a front without keys
 * @param remote the address that the request came from
 * @param action what was wanted
 * @param hireId the hire that it was about
 * @param subject what else it was about: a milestone, an incident, a key
 * @param outcome unanswered where nobody knows, so that it may still be carried out
 * @param status the HTTP status of the answer
 * @param code the code of the problem, where it was not carried out
 */
@Serdeable
@Schema(name = "AuditEntry")
public record AuditEntryJson(
    long id,
    Instant at,
    @Nullable String actor,
    @Nullable String keyId,
    @Nullable
        @Schema(
            type = "string",
            allowableValues = {"key", "session", "local"})
        String via,
    @Nullable String remote,
    @Schema(example = "end") String action,
    @Nullable String hireId,
    @Nullable String subject,
    @Schema(
            type = "string",
            allowableValues = {"carried_out", "refused", "unanswered"})
        String outcome,
    int status,
    @Nullable String code) {

  static AuditEntryJson of(AuditEntry entry) {
    return new AuditEntryJson(
        entry.id(),
        entry.at(),
        entry.actor(),
        entry.keyId(),
        entry.via(),
        entry.remote(),
        entry.action(),
        entry.hireId(),
        entry.subject(),
        entry.outcome().wire(),
        entry.status(),
        entry.code());
  }
}
