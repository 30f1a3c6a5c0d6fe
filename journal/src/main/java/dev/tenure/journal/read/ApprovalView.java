package dev.tenure.journal.read;

import dev.tenure.model.ApprovalDocument;
import org.jspecify.annotations.Nullable;

/** An approval and the hire that it belongs to. */
public record ApprovalView(
    String hireId,
    String account,
    String proposalId,
    @Nullable String externalRef,
    ApprovalDocument approval) {}
