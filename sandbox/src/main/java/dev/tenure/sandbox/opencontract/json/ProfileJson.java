package dev.tenure.sandbox.opencontract.json;

import dev.tenure.sandbox.opencontract.model.Profile;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** A profile (its shape is assumed); only the address is there for an agent that wrote none. */
@Serdeable
public record ProfileJson(
    String address,
    @Nullable String displayName,
    @Nullable String bio,
    @Nullable WireTime updatedAt) {

  public static ProfileJson of(Profile profile) {
    return new ProfileJson(
        profile.address(),
        profile.displayName(),
        profile.bio(),
        WireTime.maybe(profile.updatedAt()));
  }
}
