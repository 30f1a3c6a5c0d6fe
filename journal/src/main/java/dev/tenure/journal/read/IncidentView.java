package dev.tenure.journal.read;

import dev.tenure.model.hire.IncidentDocument;
import dev.tenure.model.hire.MilestoneDocument;
import org.jspecify.annotations.Nullable;

/**
 * An incident and the hire that it belongs to.
 *
 * @param proposalId absent on OpenContract, which has none
 * @param milestone that it is about; absent where it is about the hire
 */
public record IncidentView(
    String hireId,
    String account,
    @Nullable String proposalId,
    @Nullable String externalRef,
    IncidentDocument incident,
    @Nullable MilestoneDocument milestone) {}
