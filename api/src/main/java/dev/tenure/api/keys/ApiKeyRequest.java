package dev.tenure.api.keys;

import dev.tenure.api.access.Principal;
import dev.tenure.api.access.Scope;
import dev.tenure.api.body.Body;
import dev.tenure.api.body.Patterns;
import dev.tenure.api.problem.Pointer;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key that is wanted.
 *
 * @param name who it is for; 1 to 64 letters, digits, dots, _ or -
 * @param scopes what it may do
 * @param accounts the accounts whose hires it may see and command; absent for all
 * @param expiresAt from when on it is not taken any more; absent for never
 */
@Schema(name = "ApiKeyRequest", additionalProperties = AdditionalPropertiesValue.FALSE)
public record ApiKeyRequest(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            nullable = false,
            pattern = Patterns.KEY_NAME,
            example = "ci")
        @Nullable String name,
    @ArraySchema(
            minItems = 1,
            schema =
                @Schema(
                    type = "string",
                    allowableValues = {
                      "hires:read",
                      "hires:write",
                      "approvals:decide",
                      "accounts:read",
                      "admin"
                    }))
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, nullable = false)
        @Nullable List<@Nullable String> scopes,
    @ArraySchema(minItems = 1, schema = @Schema(type = "string", pattern = Patterns.ACCOUNT))
        @Nullable List<@Nullable String> accounts,
    @Schema(example = "2027-12-31T00:00:00Z") @Nullable Instant expiresAt) {

  private static final Pointer NAME = Pointer.ROOT.to("name");
  private static final Pointer SCOPES = Pointer.ROOT.to("scopes");
  private static final Pointer ACCOUNTS = Pointer.ROOT.to("accounts");
  private static final Pointer EXPIRES_AT = Pointer.ROOT.to("expiresAt");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  /**
   * A key that can be made.
   *
   * @param accounts null for all
   */
  record Wanted(
      String name,
      List<String> scopes,
      @Nullable List<String> accounts,
      @Nullable Instant expiresAt) {}

  /**
   * What a body asks for.
   *
   * @param now what an expiry must lie behind
   * @param served the accounts that there are; empty until a worker has told them
   * @throws dev.tenure.api.problem.ProblemException with everything that is wrong with it
   */
  static Wanted checked(Body<ApiKeyRequest> body, Instant now, List<String> served) {
    ApiKeyRequest request = body.value();
    if (Principal.LOCAL.name().equals(request.name)) {
      body.violations()
          .add(
              NAME,
              "reserved",
              "name must not be "
                  + request.name
                  + ": events and the audit list call whoever comes without a key so.");
    }
    List<String> scopes = texts(body, SCOPES, request.scopes);
    List<String> accounts = texts(body, ACCOUNTS, request.accounts);
    checkServed(body, served);
    if (request.accounts != null && scopes.contains(Scope.ADMIN.wire())) {
      body.violations()
          .add(
              ACCOUNTS,
              "not_with_admin",
              "A key with the scope admin sees the keys of all accounts; leave accounts out, or"
                  + " admin.");
    }
    @Nullable Instant expiry = request.expiresAt;
    if (expiry != null && (!expiry.isAfter(now) || expiry.isAfter(LATEST))) {
      body.violations()
          .add(
              EXPIRES_AT,
              "out_of_range",
              "expiresAt must lie in the future, and before the year 10000.");
    }
    body.violations().throwIfAny();
    return new Wanted(
        String.valueOf(request.name),
        scopes.stream().distinct().toList(),
        request.accounts == null ? null : accounts.stream().distinct().toList(),
        expiry);
  }

  /** A key for an account that is misspelt would see nothing, and nobody would know why. */
  private static void checkServed(Body<ApiKeyRequest> body, List<String> served) {
    List<@Nullable String> asked = body.value().accounts;
    for (int i = 0; asked != null && !served.isEmpty() && i < asked.size(); i++) {
      String account = asked.get(i);
      if (account != null && !served.contains(account)) {
        body.violations()
            .add(
                ACCOUNTS.to(i),
                "unknown_account",
                "There is no account %s here. Known: %s."
                    .formatted(account, String.join(", ", served)));
      }
    }
  }

  /** The texts of a list; the schema lets null stand among them. */
  private static List<String> texts(
      Body<ApiKeyRequest> body, Pointer at, @Nullable List<@Nullable String> asked) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; asked != null && i < asked.size(); i++) {
      String text = asked.get(i);
      if (text == null) {
        Pointer place = at.to(i);
        body.violations().add(place, "required", place.name() + " must be a text, not null.");
      } else {
        texts.add(text);
      }
    }
    return texts;
  }
}
