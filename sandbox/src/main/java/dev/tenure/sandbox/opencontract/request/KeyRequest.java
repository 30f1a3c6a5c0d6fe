package dev.tenure.sandbox.opencontract.request;

import dev.tenure.sandbox.http.Constraints.Required;
import dev.tenure.sandbox.http.RequestBody;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A key that is wanted, or one that is to be taken back.
 *
 * @param signature that of the challenge's message
 * @param keyId which key is to be taken back; null for all, and not looked at by an issue
 * @param label a name for the new key; not looked at by a revocation
 */
@Serdeable
public record KeyRequest(
    @Required String challengeId,
    @Required String signature,
    @Nullable String keyId,
    @Nullable @Size(max = 200, message = "is too long: at most {max} characters") String label)
    implements RequestBody {}
