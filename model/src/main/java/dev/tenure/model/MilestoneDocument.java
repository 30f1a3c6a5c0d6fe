package dev.tenure.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A milestone as it stands.
 *
 * @param milestoneId the marketplace's id once it exists there
 * @param number the marketplace's count within the contract
 * @param amount what people confirmed, or the plan where nothing is confirmed yet
 * @param foreign whether it was made by somebody else; shown, never touched
 * @param version the hire's version at its last change
 */
public record MilestoneDocument(
    String key,
    int position,
    @Nullable String milestoneId,
    @Nullable Integer number,
    @Nullable String name,
    @Nullable String description,
    Money amount,
    @Nullable LocalDate dueDate,
    FundRule fund,
    MilestoneState state,
    boolean foreign,
    long version) {}
