package dev.tenure.lifecycle.command;

import org.jspecify.annotations.Nullable;

/**
 * A command as it arrives.
 *
 * @param key idempotency key: a command whose key was seen before changes nothing
 * @param actor who commands it, as far as that is known
 * @param ifVersion the hire's version that it was made from; at another one it is refused with
 *     {@link Rejection#VERSION_CONFLICT}
 */
public record CommandRequest(
    String key, @Nullable String actor, @Nullable Long ifVersion, Command command) {
  /** A command of nobody in particular, whatever the version. */
  public CommandRequest(String key, Command command) {
    this(key, null, null, command);
  }
}
