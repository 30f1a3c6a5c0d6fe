package dev.tenure.model.hire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who decided an approval that is the engine's own, and on what.
 *
 * @param termsDigest SHA-256 in hexadecimal of the exact terms that they saw
 * @param reason in their words, where they gave one
 */
public record ApprovalDecision(
    String decidedBy, Instant decidedAt, String termsDigest, @Nullable String reason) {}
