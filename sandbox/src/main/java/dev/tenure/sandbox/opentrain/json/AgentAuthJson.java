package dev.tenure.sandbox.opentrain.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/** The shapes of the agent-auth endpoints, which name things as OAuth does. */
public final class AgentAuthJson {
  private AgentAuthJson() {}

  /** The answer to a registration. */
  @Serdeable
  public record Registered(
      @JsonProperty("identity_type") String identityType,
      @JsonProperty("registration_id") String registrationId,
      @JsonProperty("access_token") String accessToken,
      @JsonProperty("token_type") String tokenType,
      List<String> scopes,
      @JsonProperty("claim_token") String claimToken,
      @JsonProperty("claim_token_expires_at") Instant claimTokenExpiresAt,
      @JsonProperty("claim_endpoint") String claimEndpoint,
      @JsonProperty("token_endpoint") String tokenEndpoint,
      @JsonProperty("grant_type") String grantType) {}

  /** The answer to a claim that was begun. */
  @Serdeable
  public record Claim(
      @JsonProperty("user_code") String userCode,
      @JsonProperty("verification_uri") String verificationUri,
      @JsonProperty("expires_in") long expiresIn,
      long interval,
      @JsonProperty("email_sent") boolean emailSent) {}

  /** The token after the claim. */
  @Serdeable
  public record Token(
      @JsonProperty("access_token") String accessToken,
      @JsonProperty("token_type") String tokenType,
      List<String> scopes) {}

  /** What went wrong. */
  @Serdeable
  public record Problem(String error, @JsonProperty("error_description") String errorDescription) {}

  /** {@code {}}. */
  @Serdeable
  public record Nothing() {}
}
