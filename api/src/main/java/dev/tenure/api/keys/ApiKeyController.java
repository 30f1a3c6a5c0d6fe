package dev.tenure.api.keys;

import dev.tenure.api.access.ApiKeys;
import dev.tenure.api.access.AuditNotes;
import dev.tenure.api.access.Audited;
import dev.tenure.api.access.Scope;
import dev.tenure.api.paging.Cursor;
import dev.tenure.api.paging.Page;
import dev.tenure.api.problem.Parameters;
import dev.tenure.api.problem.ProblemException;
import dev.tenure.api.problem.Problems;
import dev.tenure.journal.access.ApiKeyRecord;
import dev.tenure.journal.access.ApiKeyRecords;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The keys of this front that are kept in the journal; those of the environment are not listed. */
@Controller("/v1/api-keys")
@Tag(name = "Keys")
@Secured(Scope.Name.ADMIN)
record ApiKeyController(ApiKeyRecords records, ApiKeys keys, ApiKeyCreator creator) {

  /**
   * Makes a key. Repeated with the same Idempotency-Key, the request is answered with the key that
   * it made, without the secret.
   *
   * @param body the key
   * @return Made: the secret is told this once, and kept nowhere
   */
  @Post(consumes = MediaType.APPLICATION_JSON)
  @Audited("make_key")
  @Status(HttpStatus.CREATED)
  @Operation(operationId = "makeApiKey", summary = "Make an API key")
  @RequestBody(
      required = true,
      content = @Content(schema = @Schema(implementation = ApiKeyRequest.class)))
  HttpResponse<ApiKeyJson.Created> make(HttpRequest<?> request, @Body byte @Nullable [] body) {
    return creator.make(request, body);
  }

  /**
   * Lists the keys, also revoked and expired ones, the newest first.
   *
   * @param cursor the {@code next} of the page before
   * @param limit how many at most
   * @return A page of keys
   */
  @Get
  @Operation(operationId = "listApiKeys", summary = "List API keys, the newest first")
  Page<ApiKeyJson> list(@QueryValue @Nullable String cursor, @QueryValue @Nullable String limit) {
    var parameters = new Parameters();
    ApiKeyRecords.@Nullable Place before = Cursor.API_KEYS.read(parameters, cursor);
    int most = parameters.limit(limit);
    parameters.throwIfAny();
    Instant now = Instant.now();
    return Page.of(
        records.list(before, most),
        key -> ApiKeyJson.of(key, now),
        key -> Cursor.API_KEYS.write(new ApiKeyRecords.Place(key.createdAt(), key.id())));
  }

  /**
   * Reads a key.
   *
   * @param id the key's id
   * @return The key, without its secret
   */
  @Get("/{id}")
  @Operation(operationId = "readApiKey", summary = "Read an API key")
  ApiKeyJson read(String id) {
    return records
        .find(id)
        .map(found -> ApiKeyJson.of(found.key(), Instant.now()))
        .orElseThrow(() -> unknown(id));
  }

  /**
   * Revokes a key, with its sessions and streams. Other fronts may take it for 5 seconds more.
   *
   * @param id the key's id
   * @return Revoked, now or before
   */
  @Delete(uri = "/{id}", consumes = MediaType.ALL)
  @Audited("revoke_key")
  @Operation(
      operationId = "revokeApiKey",
      summary = "Revoke an API key",
      description =
          "Repeated, it answers the same and changes nothing: no Idempotency-Key is needed, nor"
              + " looked at.")
  ApiKeyJson revoke(HttpRequest<?> request, Authentication sender, String id) {
    ApiKeyRecord key = records.revoke(id, sender.getName()).orElseThrow(() -> unknown(id));
    AuditNotes.SUBJECT.note(request, key.name());
    keys.forget(id);
    return ApiKeyJson.of(key, Instant.now());
  }

  private static ProblemException unknown(String id) {
    return Problems.notFound("api_key_not_found", "There is no API key " + id + ".");
  }
}
