package dev.tenure.api.hires.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenure.api.digest.CanonicalJson;
import dev.tenure.api.digest.Digests;
import dev.tenure.api.problem.Problem;
import dev.tenure.api.problem.ProblemException;
import dev.tenure.api.problem.Problems;
import dev.tenure.journal.access.RequestKeys;
import io.micronaut.http.HttpStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What makes a request the same request when it is repeated.
 *
 * @param key the client's, or one made for it
 * @param given whether it is the client's
 * @param digest stands for what is asked, in any spelling of the same JSON
 */
public record CommandKey(String key, boolean given, String digest) {

  private static final int DIGITS = 16;

  /**
   * Makes the key of a command.
   *
   * @param target what the command is about, empty for the hire itself
   * @param body as it was sent, if it has one
   */
  public static CommandKey of(
      CommandHeaders headers, String command, String target, @Nullable JsonNode body) {
    String key = headers.key() == null ? UUID.randomUUID().toString() : headers.key();
    JsonNode asked =
        JsonNodeFactory.instance
            .objectNode()
            .put("command", command)
            .put("target", target)
            .set("body", body);
    return new CommandKey(key, headers.key() != null, Digests.of(CanonicalJson.of(asked)));
  }

  /**
   * The id of the workflow's update. What is asked is part of it: should the journal have lost what
   * a key was used for, the workflow still takes no command for another one.
   */
  String updateId() {
    return key + "/" + digest.substring(0, DIGITS);
  }

  /** Nobody knows whether the command will be carried out; repeating it with its key is safe. */
  ProblemException unanswered(String code, String what) {
    return Problems.unavailable(
        code,
        what + " Repeat it with the header " + CommandHeaders.IDEMPOTENCY_KEY + ": " + key + ".");
  }

  /**
   * What the key was found to stand for.
   *
   * @throws ProblemException when that is another request
   */
  public RequestKeys.Use checked(RequestKeys.Use use) {
    if (use.digest().equals(digest)) {
      return use;
    }
    throw new ProblemException(
        Problem.of(
            HttpStatus.UNPROCESSABLE_ENTITY,
            "idempotency_key_reused",
            "Key used before",
            "The "
                + CommandHeaders.IDEMPOTENCY_KEY
                + " "
                + key
                + " was used for another request; nothing was done. Send this one with a key of its"
                + " own, or that one again as it was."));
  }
}
