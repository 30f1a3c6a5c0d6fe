package dev.tenure.journal.access;

import dev.tenure.model.wire.WireName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody wanted done, and what came of it.
 *
 * @param id grows with every entry; 0 until it is kept
 * @param actor the name of the key that it was done with; null where nobody was recognised
 * @param keyId the id of that key, where the journal has it
 * @param via how the actor was recognised: {@code key}, {@code session}, or {@code local} on a
 *     front without keys
 * @param remote the address that the request came from
 * @param action what was wanted, e.g. {@code end}
 * @param hireId the hire that it was about
 * @param subject what else it was about: a milestone, an incident, a key
 * @param status the HTTP status of the answer
 * @param code the code of the problem, where it was not carried out
 */
public record AuditEntry(
    long id,
    Instant at,
    @Nullable String actor,
    @Nullable String keyId,
    @Nullable String via,
    @Nullable String remote,
    String action,
    @Nullable String hireId,
    @Nullable String subject,
    Outcome outcome,
    int status,
    @Nullable String code) {

  /** What came of it. */
  public enum Outcome implements WireName {
    CARRIED_OUT,
    REFUSED,
    /** Nobody knows: it may still be carried out. */
    UNANSWERED
  }
}
