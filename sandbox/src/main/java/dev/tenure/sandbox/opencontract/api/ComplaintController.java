package dev.tenure.sandbox.opencontract.api;

import static dev.tenure.sandbox.opencontract.api.AgentFilter.caller;

import dev.tenure.sandbox.opencontract.http.OpenContractPath;
import dev.tenure.sandbox.opencontract.json.ComplaintJson;
import dev.tenure.sandbox.opencontract.json.Envelope.Success;
import dev.tenure.sandbox.opencontract.request.ComplaintRequest;
import dev.tenure.sandbox.opencontract.rules.Complaints;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.validation.Valid;
import java.util.List;

/** What the parties of a contract have against each other. */
@Controller(OpenContractPath.V1 + "/contracts/{contractId}/complaints")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
@ThirdRevision
class ComplaintController {
  private final AgentCalls calls;
  private final Complaints complaints;

  ComplaintController(AgentCalls calls, Complaints complaints) {
    this.calls = calls;
    this.complaints = complaints;
  }

  /** Complains of the counterparty. */
  @Post
  @Status(HttpStatus.CREATED)
  @Keyed
  HttpResponse<Success<ComplaintJson>> file(
      HttpRequest<?> request, String contractId, @Body @Valid ComplaintRequest complaint) {
    JsonNode evidence = complaint.object();
    return calls.created(
        () -> ComplaintJson.of(complaints.file(caller(request), contractId, evidence)));
  }

  /** The complaints on a contract, oldest first. */
  @Get
  HttpResponse<Success<List<ComplaintJson>>> list(String contractId) {
    return calls.ok(() -> complaints.of(contractId).stream().map(ComplaintJson::of).toList());
  }
}
