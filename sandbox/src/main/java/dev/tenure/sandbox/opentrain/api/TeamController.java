package dev.tenure.sandbox.opentrain.api;

import dev.tenure.sandbox.opentrain.http.ApiPath;
import dev.tenure.sandbox.opentrain.http.IssueList;
import dev.tenure.sandbox.opentrain.json.account.TeamJson;
import dev.tenure.sandbox.opentrain.request.TeamInviteRequest;
import dev.tenure.sandbox.opentrain.rules.Caller;
import dev.tenure.sandbox.opentrain.rules.account.Team;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import jakarta.validation.Valid;

/** The people of the account. */
@Controller(ApiPath.V1 + "/team")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class TeamController {
  private final ApiCalls calls;
  private final Team team;

  TeamController(ApiCalls calls, Team team) {
    this.calls = calls;
    this.team = team;
  }

  /** The account's people. */
  @Get
  @Gated(Gate.READ_TEAM)
  HttpResponse<TeamJson.One> read(HttpRequest<?> request) {
    return calls.ok(request, caller -> new TeamJson.One(json(caller)));
  }

  /** Invite somebody. */
  @Post("/invites")
  @Gated(Gate.INVITE_TO_TEAM)
  @IssueList
  HttpResponse<TeamJson.Invited> invite(
      HttpRequest<?> request, @Body @Valid TeamInviteRequest body) {
    return calls.ok(
        request,
        caller -> {
          String status = team.invite(caller, body.email());
          return new TeamJson.Invited(true, status, body.email(), json(caller));
        });
  }

  private TeamJson json(Caller caller) {
    return TeamJson.of(caller.account(), team.invites(caller));
  }
}
