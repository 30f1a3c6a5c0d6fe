package dev.tenure.workflows.hire;

import org.jspecify.annotations.Nullable;

/**
 * Who sends a command, and what must hold for it to be carried out.
 *
 * @param version the hire's version that the command was made from; at another one it is refused
 *     with {@link Refusal#VERSION_CONFLICT}, unless it was carried out before. A command that names
 *     a version itself goes by that one
 * @param actor the name of the key or session that it was sent with
 */
public record CommandContext(@Nullable Long version, @Nullable String actor) {}
