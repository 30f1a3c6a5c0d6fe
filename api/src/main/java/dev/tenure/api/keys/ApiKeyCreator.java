package dev.tenure.api.keys;

import dev.tenure.api.access.ApiKeySecret;
import dev.tenure.api.access.ApiKeys;
import dev.tenure.api.access.AuditNotes;
import dev.tenure.api.access.Principal;
import dev.tenure.api.body.Body;
import dev.tenure.api.body.RequestBodies;
import dev.tenure.api.hires.command.CommandHeaders;
import dev.tenure.api.hires.command.CommandKey;
import dev.tenure.api.problem.ProblemException;
import dev.tenure.api.problem.Problems;
import dev.tenure.journal.access.ApiKeyRecord;
import dev.tenure.journal.access.ApiKeyRecords;
import dev.tenure.journal.access.RequestKeys;
import dev.tenure.journal.account.AccountView;
import dev.tenure.journal.account.Accounts;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Makes API keys, one for each Idempotency-Key; the secret is told by the first answer alone. */
@Singleton
record ApiKeyCreator(
    ApiKeyRecords records,
    RequestKeys requestKeys,
    ApiKeys keys,
    RequestBodies bodies,
    Accounts accounts) {

  HttpResponse<ApiKeyJson.Created> make(HttpRequest<?> request, byte @Nullable [] sent) {
    CommandHeaders headers = CommandHeaders.of(request);
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    Body<ApiKeyRequest> body = bodies.read(sent, ApiKeyRequest.class);
    if (headers.key() == null) {
      return made(request, wanted(request, body, now), now, null);
    }
    CommandKey key = CommandKey.of(headers, "make-api-key", "", body.sent());
    return once(request, body, now, key).header(CommandHeaders.IDEMPOTENCY_KEY, key.key());
  }

  private ApiKeyRequest.Wanted wanted(
      HttpRequest<?> request, Body<ApiKeyRequest> body, Instant now) {
    ApiKeyRequest.Wanted wanted =
        ApiKeyRequest.checked(body, now, accounts.list().stream().map(AccountView::id).toList());
    AuditNotes.SUBJECT.note(request, wanted.name());
    return wanted;
  }

  private MutableHttpResponse<ApiKeyJson.Created> once(
      HttpRequest<?> request, Body<ApiKeyRequest> body, Instant now, CommandKey key) {
    var name = RequestKeys.Key.ofApiKeys(key.key());
    @Nullable String before;
    try {
      ApiKeyRequest.Wanted wanted = wanted(request, body, now);
      before = key.checked(requestKeys.claim(name, key.digest())).made();
      if (before == null) {
        return made(request, wanted, now, name);
      }
    } catch (ProblemException refused) {
      // What was made stays made, though its expiry may have passed meanwhile; and the name may
      // have been taken by the same request, sent twice at once.
      before =
          requestKeys
              .find(name)
              .map(key::checked)
              .map(RequestKeys.Use::made)
              .orElseThrow(() -> refused);
    }
    return repeated(request, before, now);
  }

  private MutableHttpResponse<ApiKeyJson.Created> repeated(
      HttpRequest<?> request, String id, Instant now) {
    ApiKeyRecord key = records.find(id).orElseThrow().key();
    AuditNotes.SUBJECT.note(request, key.name());
    return unstored(HttpResponse.ok(ApiKeyJson.Created.before(ApiKeyJson.of(key, now))));
  }

  private MutableHttpResponse<ApiKeyJson.Created> made(
      HttpRequest<?> request,
      ApiKeyRequest.Wanted wanted,
      Instant now,
      RequestKeys.@Nullable Key name) {
    ApiKeySecret secret = ApiKeySecret.random();
    var key =
        new ApiKeyRecord(
            secret.keyId().orElseThrow(),
            wanted.name(),
            wanted.scopes(),
            wanted.accounts(),
            now,
            Principal.of(request).orElseThrow().name(),
            wanted.expiresAt(),
            null,
            null,
            null);
    if (keys.ofTheEnvironment(key.name()) || !records.insert(key, secret.hash(), name)) {
      throw Problems.conflict(
          "name_taken",
          "Name taken",
          "There is a key named "
              + key.name()
              + " already. Revoke it first, or take another name: the audit list tells keys apart"
              + " by their names.");
    }
    return unstored(
        HttpResponse.created(
            ApiKeyJson.Created.of(ApiKeyJson.of(key, now), secret),
            URI.create("/v1/api-keys/" + key.id())));
  }

  private static MutableHttpResponse<ApiKeyJson.Created> unstored(
      MutableHttpResponse<ApiKeyJson.Created> response) {
    return response.header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
