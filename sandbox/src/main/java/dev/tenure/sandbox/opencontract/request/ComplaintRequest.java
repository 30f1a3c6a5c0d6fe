package dev.tenure.sandbox.opencontract.request;

import dev.tenure.sandbox.http.Constraints.Required;
import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.http.RequestBody;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/** What somebody complains of; nobody looks into it. */
@Serdeable
public record ComplaintRequest(@Required @Schema(implementation = Object.class) JsonNode evidence)
    implements RequestBody {

  /**
   * What no constraint can say.
   *
   * @throws InvalidRequest when the evidence is no object
   */
  public JsonNode object() {
    InvalidRequest.require(evidence.isObject(), "evidence", "must be an object");
    return evidence;
  }
}
