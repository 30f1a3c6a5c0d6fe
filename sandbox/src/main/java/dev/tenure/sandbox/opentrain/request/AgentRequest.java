package dev.tenure.sandbox.opentrain.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tenure.sandbox.http.Constraints;
import dev.tenure.sandbox.http.Constraints.Required;
import dev.tenure.sandbox.http.Constraints.Said;
import dev.tenure.sandbox.http.Constraints.Text;
import dev.tenure.sandbox.http.RequestBody;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What an agent sends to get an account; its names are those of OAuth. */
public sealed interface AgentRequest {

  /** A registration. */
  @Serdeable
  record Register(
      @Nullable
          @Schema(type = "string", allowableValues = "anonymous")
          @JsonProperty("identity_type")
          String identityType,
      @Nullable @Text @JsonProperty("agent_name") String agentName,
      @Nullable @Text @JsonProperty("organization_name") String organizationName)
      implements AgentRequest, RequestBody {
    /** What a call without a body says. */
    public static final Register EMPTY = new Register(null, null, null);
  }

  /** The beginning of a claim. */
  @Serdeable
  record BeginClaim(
      @Said @Text @JsonProperty("claim_token") String claimToken,
      @Required @Pattern(regexp = TeamInviteRequest.EMAIL, message = "must be an e-mail address")
          String email)
      implements AgentRequest, RequestBody {}

  /** The form that asks for the token after the claim. */
  @Serdeable
  record Exchange(
      @Required
          @Schema(type = "string", allowableValues = "urn:opentrain:agent-auth:grant-type:claim")
          @JsonProperty("grant_type")
          String grantType,
      @Required @Size(min = 1, message = Constraints.IS_REQUIRED) @JsonProperty("claim_token")
          String claimToken)
      implements AgentRequest {}

  /** The form that gives a token back. */
  @Serdeable
  record Revoke(@Required @Size(min = 1, message = Constraints.IS_REQUIRED) String token)
      implements AgentRequest {}
}
