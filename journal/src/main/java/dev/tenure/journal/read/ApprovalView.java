package dev.tenure.journal.read;

import dev.tenure.model.hire.ApprovalDocument;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.plan.RefusalPolicy;
import org.jspecify.annotations.Nullable;

/**
 * An approval and the hire that it belongs to.
 *
 * @param proposalId absent on OpenContract, which has none
 * @param onDeclined the hire's policy in force
 * @param declined how often people have declined the same step of the hire
 */
public record ApprovalView(
    String hireId,
    String account,
    @Nullable String proposalId,
    @Nullable String externalRef,
    HireStatus hireStatus,
    RefusalPolicy onDeclined,
    long declined,
    ApprovalDocument approval) {}
