package dev.tenure.sandbox.opentrain.request;

import dev.tenure.sandbox.http.Constraints;
import dev.tenure.sandbox.http.Constraints.Required;
import dev.tenure.sandbox.http.RequestBody;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A subscription: absolute https, plain http to this machine only. */
@Serdeable
public record WebhookRequest(
    @Required
        @Pattern(regexp = URL, message = "must be absolute https (plain http for localhost only)")
        @Size(max = 2_048, message = Constraints.TOO_LONG)
        String url,
    @NotEmpty(message = Constraints.IS_REQUIRED) List<String> eventTypes)
    implements RequestBody {
  private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?";
  private static final String NAME = "(" + LABEL + "\\.)*[A-Za-z]([A-Za-z0-9-]*[A-Za-z0-9])?";
  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
  private static final String ADDRESS = "(" + BYTE + "\\.){3}" + BYTE;
  private static final String LOCAL = "(localhost|127\\.0\\.0\\.1|\\[::1\\])";
  private static final String PORT =
      "(:[1-9][0-9]{0,3}|:[1-5][0-9]{4}|:6[0-4][0-9]{3}|:65[0-4][0-9]{2}|:655[0-2][0-9]|:6553[0-5])?";
  private static final String CHARACTER = "[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2}";
  private static final String HOST =
      "(https://(" + NAME + "|" + ADDRESS + "|\\[::1\\])|http://" + LOCAL + ")" + PORT;

  /** What fits is a URL that can be called; a longer one is not looked through. */
  static final String URL =
      "^(?=.{0,2048}$)" + HOST + "(/(" + CHARACTER + ")*)?(\\?(" + CHARACTER + "|\\?)*)?$";
}
