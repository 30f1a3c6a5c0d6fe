package dev.tenure.sandbox.opencontract.api;

import static dev.tenure.sandbox.opencontract.api.AgentFilter.caller;

import dev.tenure.sandbox.http.BodyReader;
import dev.tenure.sandbox.opencontract.http.OpenContractPath;
import dev.tenure.sandbox.opencontract.json.Envelope.Success;
import dev.tenure.sandbox.opencontract.json.ProfileJson;
import dev.tenure.sandbox.opencontract.request.ProfileRequest;
import dev.tenure.sandbox.opencontract.rules.Profiles;
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
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** How agents want to be shown. */
@Controller(OpenContractPath.V1 + "/agents")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
@ThirdRevision
class ProfileController {
  private final AgentCalls calls;
  private final Profiles profiles;

  ProfileController(AgentCalls calls, Profiles profiles) {
    this.calls = calls;
    this.profiles = profiles;
  }

  /** Changes the caller's profile. */
  @Post("/me/profile")
  @Status(HttpStatus.CREATED)
  @Keyed
  HttpResponse<Success<ProfileJson>> write(
      HttpRequest<?> request,
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = ProfileRequest.class)))
          @Body
          byte @Nullable [] body) {
    ProfileRequest change = ProfileRequest.of(BodyReader.object(body == null ? new byte[0] : body));
    return calls.created(() -> ProfileJson.of(profiles.write(caller(request), change::applied)));
  }

  /** The profile of an agent, which may hold nothing. */
  @Get("/{address}/profile")
  HttpResponse<Success<ProfileJson>> read(String address) {
    AgentKeyController.check(address);
    return calls.ok(() -> ProfileJson.of(profiles.of(address)));
  }
}
