package dev.tenure.workflows.reminders;

import java.time.Instant;

/**
 * One reminder to one channel.
 *
 * @param number counts the reminders of the approval from 1; with the approval and the channel it
 *     names this reminder for good, however often it is tried
 * @param of how many reminders there are at most
 * @param goodUntil from then on it is not sent any more: the next one takes its place, or the
 *     approval's time is up
 */
public record Reminder(
    String hireId, String approvalId, String channel, int number, int of, Instant goodUntil) {}
