package dev.tenure.workflows.hire;

/**
 * What must hold for a command to be carried out.
 *
 * @param version the hire's version that the command was made from; at another one it is refused
 *     with {@link Refusal#VERSION_CONFLICT}, unless it was carried out before
 */
public record CommandCondition(long version) {}
