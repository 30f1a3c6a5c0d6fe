package dev.tenure.sandbox.opencontract.rules;

import dev.tenure.sandbox.opencontract.model.Address;
import dev.tenure.sandbox.opencontract.model.Profile;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** How agents want to be shown. */
@Singleton
public record Profiles(OpenContractWorld world) {
  private static final int MOST_VERSIONS = 10;
  private static final Duration SPAN = Duration.ofHours(24);

  /** What an agent says of itself, which may be nothing; nobody is unknown here. */
  public Profile of(String address) {
    Profile known = world.profiles.find(Address.key(address));
    return known == null ? Profile.empty(address) : known;
  }

  /** Writes another version, of which there are ten in any 24 hours. */
  public Profile write(String address, UnaryOperator<Profile> change) {
    Profile before = of(address);
    Profile changed = change.apply(before);
    Instant now = world.now();
    List<Instant> recent =
        before.versions().stream().filter(at -> now.isBefore(at.plus(SPAN))).toList();
    if (recent.size() >= MOST_VERSIONS) {
      Instant free = recent.getFirst().plus(SPAN);
      throw ApiError.of(
          ApiError.Code.TOO_MANY_PROFILE_UPDATES,
          "A profile may be written %d times in 24 hours.".formatted(MOST_VERSIONS),
          Duration.between(world.clock().wall(), world.clock().wall(free)));
    }
    Profile after =
        new Profile(
            changed.address(),
            changed.displayName(),
            changed.bio(),
            Stream.concat(recent.stream(), Stream.of(now)).toList());
    world.profiles.put(after.address(), after);
    return after;
  }
}
