package dev.tenure.sandbox.opentrain.request;

import dev.tenure.sandbox.http.Constraints.Required;
import dev.tenure.sandbox.http.RequestBody;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.Pattern;

/** An invitation into the account's team. */
@Serdeable
public record TeamInviteRequest(
    @Required @Pattern(regexp = EMAIL, message = "must be an e-mail address") String email)
    implements RequestBody {
  /** Visible ASCII around one sign. */
  static final String EMAIL = "^[!-?A-~]{1,64}@[!-?A-~]{1,255}$";
}
