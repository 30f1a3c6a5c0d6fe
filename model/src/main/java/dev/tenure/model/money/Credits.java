package dev.tenure.model.money;

/**
 * The credits of an account.
 *
 * @param available what can be spent
 * @param reserved what is held for milestones
 */
public record Credits(Money available, Money reserved) {}
