package dev.tenure.journal.reminder;

import dev.tenure.model.hire.ApprovalDocument;
import org.jspecify.annotations.Nullable;

/**
 * An approval with what a reminder of it says.
 *
 * @param milestone how people recognise the milestone concerned
 * @param round counts how often reminders of it were begun, from 1: again when it was out of sight
 */
public record ReminderSubject(
    String hireId,
    String account,
    String proposalId,
    ApprovalDocument approval,
    @Nullable String milestone,
    int round) {}
