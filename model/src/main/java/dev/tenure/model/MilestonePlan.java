package dev.tenure.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One milestone as the requester wants it.
 *
 * @param key the requester's own name for it, unique within the hire
 * @param name short name shown to people; at least one of name and description is given
 * @param dueDate day on which the work is due
 */
public record MilestonePlan(
    String key,
    @Nullable String name,
    @Nullable String description,
    Money amount,
    @Nullable LocalDate dueDate,
    FundRule fund) {}
