package dev.tenure.sandbox.opencontract.api;

import static dev.tenure.sandbox.opencontract.api.AgentFilter.caller;

import dev.tenure.sandbox.opencontract.http.OpenContractPath;
import dev.tenure.sandbox.opencontract.json.ApiKeyJson;
import dev.tenure.sandbox.opencontract.json.Envelope.Success;
import dev.tenure.sandbox.opencontract.model.Address;
import dev.tenure.sandbox.opencontract.request.KeyRequest;
import dev.tenure.sandbox.opencontract.rules.ApiKeys;
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
import jakarta.validation.Valid;
import java.util.List;

/** An agent shows by a signature that an address is its own, and gets a key for it. */
@Controller(OpenContractPath.V1 + "/agents")
@Consumes(MediaType.ALL)
class AgentKeyController {
  private final AgentCalls calls;
  private final ApiKeys keys;

  AgentKeyController(AgentCalls calls, ApiKeys keys) {
    this.calls = calls;
    this.keys = keys;
  }

  /** A message to sign within five minutes. */
  @Post("/{address}/challenge")
  HttpResponse<Success<ApiKeyJson.ToSign>> challenge(String address) {
    Address.check(address);
    return calls.ok(() -> ApiKeyJson.ToSign.of(keys.challenge(address)));
  }

  /** A new key, which is shown this once. */
  @Post("/{address}/api-key")
  @Status(HttpStatus.CREATED)
  HttpResponse<Success<ApiKeyJson.Issued>> issue(String address, @Body @Valid KeyRequest request) {
    prove(address, request);
    return calls.created(() -> ApiKeyJson.Issued.of(keys.issue(address, request.label())));
  }

  /** The caller's keys. */
  @Get("/me/api-keys")
  @Keyed
  HttpResponse<Success<List<ApiKeyJson>>> list(HttpRequest<?> request) {
    return calls.ok(() -> keys.of(caller(request)).stream().map(ApiKeyJson::of).toList());
  }

  /** Takes a key back, or all; a signature is needed, a key is not. */
  @Post("/{address}/api-key/revoke")
  HttpResponse<Success<ApiKeyJson.Revoked>> revoke(
      String address, @Body @Valid KeyRequest request) {
    prove(address, request);
    return calls.ok(
        () -> new ApiKeyJson.Revoked(Address.key(address), keys.revoke(address, request.keyId())));
  }

  private void prove(String address, KeyRequest request) {
    Address.check(address);
    calls.unless(() -> keys.objection(address, request.challengeId(), request.signature()));
  }
}
