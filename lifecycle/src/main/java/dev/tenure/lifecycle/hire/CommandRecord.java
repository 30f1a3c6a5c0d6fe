package dev.tenure.lifecycle.hire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command that was carried out.
 *
 * @param words what was commanded, e.g. {@code release m2}
 * @param actor who commanded it, as far as that is known
 */
public record CommandRecord(String words, @Nullable String actor, Instant at) {}
