package dev.tenure.sandbox.opentrain.rules;

import dev.tenure.sandbox.http.InvalidRequest;
import dev.tenure.sandbox.opentrain.model.contract.Approval;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The marketplace says no, in its own envelope; nothing was changed. */
public class Refusal extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** The codes of the envelope with their HTTP status. */
  public enum Code {
    BAD_REQUEST(400),
    UNAUTHORIZED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    CONFLICT(409),
    RATE_LIMITED(429),
    INTERNAL_ERROR(500);

    private final int status;

    Code(int status) {
      this.status = status;
    }

    public int status() {
      return status;
    }
  }

  private final Code code;
  private final transient Map<String, Object> details;

  protected Refusal(Code code, String words, Map<String, Object> details) {
    super(words, null, false, false);
    this.code = code;
    this.details = new LinkedHashMap<>(details);
  }

  public Code code() {
    return code;
  }

  public Map<String, Object> details() {
    return details;
  }

  public String words() {
    String words = getMessage();
    return words == null ? code.name() : words;
  }

  public static Refusal of(Code code, String words, Map<String, Object> details) {
    return new Refusal(code, words, details);
  }

  public static Refusal unauthorized() {
    return new Refusal(Code.UNAUTHORIZED, "Missing or invalid token.", Map.of());
  }

  public static Refusal scope(List<String> required, List<String> granted) {
    return new Refusal(
        Code.FORBIDDEN,
        "The token lacks the scope that this call needs.",
        Map.of("requiredScopes", required, "grantedScopes", granted));
  }

  public static Refusal feature(String key) {
    return new Refusal(
        Code.FORBIDDEN, "This feature is not enabled for the account.", Map.of("featureKey", key));
  }

  /** The probe of what an account may do also says how the feature is handed out. */
  public static Refusal probe(String key) {
    return new Refusal(
        Code.FORBIDDEN,
        "This feature is not enabled for the account.",
        Map.of("featureKey", key, "mode", "ALLOWLIST"));
  }

  public static Refusal unclaimed(String action, String claimUrl) {
    return new Refusal(
        Code.FORBIDDEN,
        "A person must claim this account before it can " + action + ".",
        Map.of("reason", "account_claim_required", "action", action, "claimUrl", claimUrl));
  }

  /** A request that could not be read. */
  public static Refusal of(InvalidRequest invalid) {
    String field = invalid.field();
    return bad(
        String.valueOf(invalid.getMessage()), field == null ? Map.of() : Map.of("field", field));
  }

  public static Refusal bad(String words, Map<String, Object> details) {
    return new Refusal(Code.BAD_REQUEST, words, details);
  }

  public static Refusal missing(String resource, String idName, String id) {
    return new Refusal(Code.NOT_FOUND, "Not found.", Map.of("resource", resource, idName, id));
  }

  /**
   * The document that was looked for.
   *
   * @throws Refusal when there is none
   */
  public static <T> T found(@Nullable T document, String resource, String idName, String id) {
    if (document == null) {
      throw missing(resource, idName, id);
    }
    return document;
  }

  public static Refusal notYours(String words) {
    return new Refusal(Code.FORBIDDEN, words, Map.of());
  }

  public static Refusal conflict(String reason, String words) {
    return conflict(reason, words, Map.of());
  }

  public static Refusal conflict(String reason, String words, Map<String, Object> more) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("reason", reason);
    details.putAll(more);
    return new Refusal(Code.CONFLICT, words, details);
  }

  /** Our own: the approval cannot be decided any more. */
  public static Refusal alreadyFinal(Approval approval) {
    return conflict(
        "approval_final",
        "This approval is already " + approval.status().word() + ".",
        Map.of("status", approval.status().word()));
  }

  /** The charge failed while a person confirmed; the approval stays pending (assumed). */
  public static final class CardDeclined extends Refusal {
    @Serial private static final long serialVersionUID = 1L;

    public CardDeclined() {
      super(Code.CONFLICT, "The card was declined.", Map.of("reason", "card_declined"));
    }
  }
}
