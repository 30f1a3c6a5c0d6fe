package dev.tenure.sandbox.opencontract.controls;

import dev.tenure.sandbox.http.Constraints.Required;
import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.http.RequestBody;
import dev.tenure.sandbox.http.Strict;
import dev.tenure.sandbox.opencontract.http.OpenContractPath;
import dev.tenure.sandbox.opencontract.json.ComplaintJson;
import dev.tenure.sandbox.opencontract.model.Complaint.Status;
import dev.tenure.sandbox.opencontract.rules.Complaints;
import dev.tenure.sandbox.opencontract.world.OpenContractWorld;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Put;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What the marketplace's people say of complaints, which no call of its does. */
@Controller(OpenContractPath.CONTROLS + "/complaints")
@Consumes(MediaType.ALL)
class ComplaintDecisionController {
  private final OpenContractWorld world;
  private final Complaints complaints;

  ComplaintDecisionController(OpenContractWorld world, Complaints complaints) {
    this.world = world;
    this.complaints = complaints;
  }

  /** {@code upheld} or {@code rejected}, and what is said about it. */
  @Serdeable
  @Strict
  record Decision(@Required String status, @Nullable @Size(max = 10_000) String resolutionNote)
      implements RequestBody {

    private Status how() {
      return switch (status) {
        case "upheld" -> Status.UPHELD;
        case "rejected" -> Status.REJECTED;
        default -> throw InvalidRequest.field("status", "must be upheld or rejected");
      };
    }
  }

  @Put("/{id}")
  ComplaintJson decide(String id, @Body @Valid Decision decision) {
    Status how = decision.how();
    return world.transact(
        () -> ComplaintJson.of(complaints.resolve(id, how, decision.resolutionNote())));
  }
}
