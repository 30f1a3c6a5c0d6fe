package dev.tenure.sandbox.market;

import dev.tenure.sandbox.http.ApiPath;
import dev.tenure.sandbox.http.IssueList;
import dev.tenure.sandbox.request.TeamInviteRequest;
import dev.tenure.sandbox.rules.Caller;
import dev.tenure.sandbox.rules.Team;
import dev.tenure.sandbox.wire.TeamJson;
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
  private final Desk desk;
  private final Team team;

  TeamController(Desk desk, Team team) {
    this.desk = desk;
    this.team = team;
  }

  /** The account's people. */
  @Get
  @Gated(Gate.READ_TEAM)
  HttpResponse<TeamJson.One> read(HttpRequest<?> request) {
    return desk.ok(request, caller -> new TeamJson.One(json(caller)));
  }

  /** Invite somebody. */
  @Post("/invites")
  @Gated(Gate.INVITE_TO_TEAM)
  @IssueList
  HttpResponse<TeamJson.Invited> invite(
      HttpRequest<?> request, @Body @Valid TeamInviteRequest body) {
    return desk.ok(
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
