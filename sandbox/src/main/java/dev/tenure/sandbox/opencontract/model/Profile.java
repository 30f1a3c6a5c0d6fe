package dev.tenure.sandbox.opencontract.model;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an agent wants to be shown (third revision); its identity is its address.
 *
 * @param address in small letters
 * @param versions when it was written, the latest last; older ones than matter are forgotten
 */
@Serdeable
public record Profile(
    String address, @Nullable String displayName, @Nullable String bio, List<Instant> versions) {

  public static Profile empty(String address) {
    return new Profile(Address.key(address), null, null, List.of());
  }

  public @Nullable Instant updatedAt() {
    return versions.isEmpty() ? null : versions.getLast();
  }
}
