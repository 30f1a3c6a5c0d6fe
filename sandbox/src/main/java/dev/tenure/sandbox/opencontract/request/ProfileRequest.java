package dev.tenure.sandbox.opencontract.request;

import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.http.Texts;
import dev.tenure.sandbox.opencontract.model.Profile;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is to change about a profile: a field that is left out stays, and null clears it. */
@Serdeable
public record ProfileRequest(
    @Nullable @Schema(implementation = String.class, maxLength = 32, nullable = true)
        JsonNode displayName,
    @Nullable @Schema(implementation = String.class, maxLength = 280, nullable = true)
        JsonNode bio) {
  private static final int NAME = 32;
  private static final int BIO = 280;

  /** What nobody may take for an address. */
  private static final String ADDRESS = "0x";

  /** Of an object as it came, since a record does not tell null from absent. */
  public static ProfileRequest of(JsonNode object) {
    return new ProfileRequest(object.get("displayName"), object.get("bio"));
  }

  /**
   * The profile with the change.
   *
   * @throws InvalidRequest naming the field that cannot be
   */
  public Profile applied(Profile before) {
    String name = changed("displayName", displayName, before.displayName(), NAME);
    InvalidRequest.require(
        name == null || !name.toLowerCase(Locale.ROOT).contains(ADDRESS),
        "displayName",
        "must not contain 0x, which begins an address");
    return new Profile(
        before.address(), name, changed("bio", bio, before.bio(), BIO), before.versions());
  }

  private static @Nullable String changed(
      String field, @Nullable JsonNode wanted, @Nullable String before, int most) {
    if (wanted == null) {
      return before;
    } else if (wanted.isNull()) {
      return null;
    } else if (!wanted.isString()) {
      throw InvalidRequest.field(field, "must be a text");
    }
    String text = wanted.getStringValue();
    if (Texts.said(text) == null) {
      throw InvalidRequest.field(field, "must say something, or be null");
    }
    InvalidRequest.require(
        Texts.length(text) <= most, field, "is too long: at most " + most + " characters");
    return text;
  }
}
