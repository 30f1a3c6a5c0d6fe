package dev.tenure.sandbox.opencontract.api;

import static dev.tenure.sandbox.opencontract.api.AgentFilter.caller;

import dev.tenure.sandbox.opencontract.http.OpenContractPath;
import dev.tenure.sandbox.opencontract.json.CheckpointJson;
import dev.tenure.sandbox.opencontract.json.Envelope.Success;
import dev.tenure.sandbox.opencontract.request.CheckpointRequest;
import dev.tenure.sandbox.opencontract.rules.Checkpoints;
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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.validation.Valid;
import java.util.List;

/** What a Worker reports while it works. */
@Controller(OpenContractPath.V1 + "/contracts/{contractId}")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
@ThirdRevision
class CheckpointController {
  private final AgentCalls calls;
  private final Checkpoints checkpoints;

  CheckpointController(AgentCalls calls, Checkpoints checkpoints) {
    this.calls = calls;
    this.checkpoints = checkpoints;
  }

  /** Reports the receipts that follow the last ones. */
  @Post("/checkpoint")
  @Status(HttpStatus.CREATED)
  @Keyed
  HttpResponse<Success<CheckpointJson>> add(
      HttpRequest<?> request, String contractId, @Body @Valid CheckpointRequest wanted) {
    CheckpointRequest checkpoint = wanted.checked();
    return calls.created(
        () ->
            CheckpointJson.of(
                checkpoints.add(
                    caller(request),
                    contractId,
                    checkpoint.fromSequence(),
                    checkpoint.time(),
                    (id, at) -> checkpoint.toCheckpoint(contractId, id, at))));
  }

  /** The checkpoints of a contract, oldest first. */
  @Get("/checkpoints")
  HttpResponse<Success<List<CheckpointJson>>> list(String contractId) {
    return calls.ok(() -> checkpoints.of(contractId).stream().map(CheckpointJson::of).toList());
  }
}
