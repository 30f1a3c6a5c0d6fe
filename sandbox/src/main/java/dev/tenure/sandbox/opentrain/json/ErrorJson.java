package dev.tenure.sandbox.opentrain.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tenure.sandbox.opentrain.rules.Refusal;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import java.util.UUID;

/** The envelope of everything that is not a success; details are absent when there are none. */
@Serdeable
public record ErrorJson(
    String error,
    Refusal.Code code,
    String requestId,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> details) {

  public static ErrorJson of(Refusal refusal) {
    return new ErrorJson(
        refusal.words(), refusal.code(), UUID.randomUUID().toString(), refusal.details());
  }
}
