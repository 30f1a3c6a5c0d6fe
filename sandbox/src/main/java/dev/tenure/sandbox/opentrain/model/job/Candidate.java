package dev.tenure.sandbox.opentrain.model.job;

import io.micronaut.serde.annotation.Serdeable;

/** A trainer as the marketplace shows one: never more than a first name and an initial. */
@Serdeable
public record Candidate(
    String userId,
    String firstName,
    String lastNameInitial,
    String countryCode,
    String country,
    String profileSlug,
    String profileTitle) {

  public String displayName() {
    return firstName + " " + lastNameInitial + ".";
  }
}
