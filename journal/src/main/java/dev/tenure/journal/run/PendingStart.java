package dev.tenure.journal.run;

import dev.tenure.model.HirePlan;
import java.time.Instant;

/** A hire that was entered and has no workflow yet. */
public record PendingStart(String hireId, int generation, HirePlan plan, Instant createdAt) {}
