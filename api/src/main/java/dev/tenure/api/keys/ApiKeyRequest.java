package dev.tenure.api.keys;

import dev.tenure.api.access.Scope;
import dev.tenure.api.hires.request.BodyReader;
import dev.tenure.api.problem.FieldError;
import dev.tenure.api.problem.Problems;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A key that is wanted.
 *
 * @param name who it is for; 1 to 64 letters, digits, dots, _ or -
 * @param scopes what it may do
 * @param accounts the accounts whose hires it may see and command; absent for all
 * @param expiresAt from when on it is not taken any more; absent for never
 */
@Schema(name = "NewApiKey")
public record ApiKeyRequest(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            pattern = "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$",
            example = "ci")
        @Nullable String name,
    @ArraySchema(
            minItems = 1,
            arraySchema = @Schema(requiredMode = Schema.RequiredMode.REQUIRED),
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
        @Nullable List<String> scopes,
    @ArraySchema(minItems = 1, schema = @Schema(type = "string")) @Nullable List<String> accounts,
    @Schema(format = "date-time", example = "2027-12-31T00:00:00Z") @Nullable String expiresAt) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern ACCOUNT = Pattern.compile("[a-z][a-z0-9-]{0,30}");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  /**
   * What a body asks for.
   *
   * @param now what an expiry must lie behind
   * @throws dev.tenure.api.problem.ProblemException with everything that is wrong with it
   */
  static Wanted read(byte @Nullable [] body, Instant now) {
    var tree = BodyReader.tree(body, ApiKeyRequest.class);
    return BodyReader.bind(tree, ApiKeyRequest.class).checked(now);
  }

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

  private Wanted checked(Instant now) {
    List<FieldError> errors = new ArrayList<>();
    if (name == null || !NAME.matcher(name).matches()) {
      errors.add(
          wrong("/name", "name must have 1 to 64 letters, digits, dots, _ or -, e.g. \"ci\"."));
    }
    List<String> wanted = scopes == null ? List.of() : scopes;
    if (wanted.isEmpty() || wanted.stream().anyMatch(one -> Scope.of(one).isEmpty())) {
      errors.add(wrong("/scopes", "scopes must name one or more of: " + offered() + "."));
    }
    if (accounts != null
        && (accounts.isEmpty()
            || accounts.stream().anyMatch(one -> !ACCOUNT.matcher(one).matches()))) {
      errors.add(
          wrong("/accounts", "accounts must name one or more accounts; leave it out for all."));
    }
    if (accounts != null && wanted.contains(Scope.ADMIN.wire())) {
      errors.add(
          wrong(
              "/accounts",
              "A key with the scope admin sees the keys of all accounts; leave accounts out, or"
                  + " admin."));
    }
    @Nullable Instant expiry = expiry(now, errors);
    if (!errors.isEmpty()) {
      throw Problems.invalid(errors);
    }
    return new Wanted(
        String.valueOf(name),
        wanted.stream().distinct().toList(),
        accounts == null ? null : accounts.stream().distinct().toList(),
        expiry);
  }

  private @Nullable Instant expiry(Instant now, List<FieldError> errors) {
    if (expiresAt == null) {
      return null;
    }
    try {
      Instant expiry = OffsetDateTime.parse(expiresAt).toInstant();
      if (expiry.isAfter(now) && expiry.isBefore(LATEST)) {
        return expiry;
      }
    } catch (DateTimeException e) {
      errors.add(
          wrong("/expiresAt", "expiresAt must be a time such as 2027-12-31T00:00:00Z (RFC 3339)."));
      return null;
    }
    errors.add(wrong("/expiresAt", "expiresAt must lie in the future."));
    return null;
  }

  private static String offered() {
    return Arrays.stream(Scope.values()).map(Scope::wire).collect(Collectors.joining(", "));
  }

  private static FieldError wrong(String pointer, String detail) {
    return new FieldError(pointer, "unfit", detail);
  }
}
