package dev.tenure.sandbox.opencontract.api;

import static dev.tenure.sandbox.opencontract.api.AgentFilter.caller;

import dev.tenure.sandbox.http.BodyReader;
import dev.tenure.sandbox.opencontract.http.OpenContractPath;
import dev.tenure.sandbox.opencontract.json.CheckpointJson;
import dev.tenure.sandbox.opencontract.json.ComplaintJson;
import dev.tenure.sandbox.opencontract.json.Envelope.Success;
import dev.tenure.sandbox.opencontract.json.ProfileJson;
import dev.tenure.sandbox.opencontract.model.Address;
import dev.tenure.sandbox.opencontract.model.CheckpointReport;
import dev.tenure.sandbox.opencontract.request.ComplaintRequest;
import dev.tenure.sandbox.opencontract.request.ProfileRequest;
import dev.tenure.sandbox.opencontract.rules.Checkpoints;
import dev.tenure.sandbox.opencontract.rules.Complaints;
import dev.tenure.sandbox.opencontract.rules.Profiles;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.json.tree.JsonNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the third revision of the documents adds: checkpoints of work, complaints, and how agents
 * want to be shown.
 */
@Controller(OpenContractPath.V1)
@Consumes(MediaType.ALL)
@ThirdRevision
record ThirdRevisionController(
    AgentCalls calls, Checkpoints checkpoints, Complaints complaints, Profiles profiles) {

  private static final String CONTRACT = "/contracts/{contractId}";

  /** Reports the receipts that follow the last ones. */
  @Post(CONTRACT + "/checkpoint")
  @Status(HttpStatus.CREATED)
  @Keyed
  Success<CheckpointJson> add(
      HttpRequest<?> request, String contractId, @Body CheckpointReport wanted) {
    CheckpointReport report = wanted.checked();
    return calls.free(
        () -> CheckpointJson.of(checkpoints.add(caller(request), contractId, report)));
  }

  /** The checkpoints of a contract, oldest first. */
  @Get(CONTRACT + "/checkpoints")
  Success<List<CheckpointJson>> listCheckpoints(String contractId) {
    return calls.free(() -> checkpoints.of(contractId).stream().map(CheckpointJson::of).toList());
  }

  /** Complains of the counterparty. */
  @Post(CONTRACT + "/complaints")
  @Status(HttpStatus.CREATED)
  @Keyed
  Success<ComplaintJson> file(
      HttpRequest<?> request, String contractId, @Body ComplaintRequest complaint) {
    JsonNode evidence = complaint.object();
    return calls.free(
        () -> ComplaintJson.of(complaints.file(caller(request), contractId, evidence)));
  }

  /** The complaints on a contract, oldest first. */
  @Get(CONTRACT + "/complaints")
  Success<List<ComplaintJson>> listComplaints(String contractId) {
    return calls.free(() -> complaints.of(contractId).stream().map(ComplaintJson::of).toList());
  }

  /** Changes the caller's profile. */
  @Post("/agents/me/profile")
  @Status(HttpStatus.CREATED)
  @Keyed
  Success<ProfileJson> write(
      HttpRequest<?> request,
      @Schema(implementation = ProfileRequest.class) @Body byte @Nullable [] body) {
    ProfileRequest change = ProfileRequest.of(BodyReader.object(body == null ? new byte[0] : body));
    return calls.free(() -> ProfileJson.of(profiles.write(caller(request), change::applied)));
  }

  /** The profile of an agent, which may hold nothing. */
  @Get("/agents/{address}/profile")
  Success<ProfileJson> read(String address) {
    Address.check(address);
    return calls.free(() -> ProfileJson.of(profiles.of(address)));
  }
}
