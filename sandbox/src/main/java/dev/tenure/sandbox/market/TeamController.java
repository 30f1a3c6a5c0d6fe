package dev.tenure.sandbox.market;

import dev.tenure.sandbox.rules.Caller;
import dev.tenure.sandbox.rules.Team;
import dev.tenure.sandbox.wire.TeamJson;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** The people of the account. */
@Controller(Desk.API + "/team")
@Consumes(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class TeamController {
  private final Desk desk;
  private final Bodies bodies;
  private final Team team;

  TeamController(Desk desk, Bodies bodies, Team team) {
    this.desk = desk;
    this.bodies = bodies;
    this.team = team;
  }

  @Get
  HttpResponse<Object> read(HttpRequest<?> request) {
    return desk.serve(request, Gate.READ_TEAM, caller -> Answer.ok(new TeamJson.One(json(caller))));
  }

  @Post("/invites")
  HttpResponse<Object> invite(HttpRequest<byte[]> request) {
    return desk.serve(
        request,
        Gate.INVITE_TO_TEAM,
        caller -> {
          Fields body = bodies.read(request);
          String email = Issues.in(() -> Email.in(body, "email"));
          String status = team.invite(caller, email);
          return Answer.ok(new TeamJson.Invited(true, status, email, json(caller)));
        });
  }

  private TeamJson json(Caller caller) {
    return TeamJson.of(caller.account(), team.invites(caller));
  }
}
