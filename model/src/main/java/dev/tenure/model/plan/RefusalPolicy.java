package dev.tenure.model.plan;

/**
 * What follows a declined or expired approval.
 *
 * @param reRequest how often to ask again by itself
 * @param then what to do when that is used up
 */
public record RefusalPolicy(int reRequest, Then then) {}
