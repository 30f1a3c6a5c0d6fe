package dev.tenure.api.hires;

import dev.tenure.api.problem.Parameters;
import dev.tenure.api.problem.ProblemException;
import dev.tenure.api.problem.Problems;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What makes a command the same command when it is repeated.
 *
 * @param key the client's, or one made for it
 * @param updateId the key together with what is commanded, so that a key used for two different
 *     commands never passes the second off as done
 */
record CommandKey(String key, String updateId) {

  static final String HEADER = "Idempotency-Key";

  /** 1 to 200 printable ASCII characters, with no space at either end. */
  static final String PATTERN = "^[\\x21-\\x7e]([\\x20-\\x7e]{0,198}[\\x21-\\x7e])?$";

  private static final Pattern PRINTABLE = Pattern.compile(PATTERN);

  static CommandKey of(String command, String target, @Nullable String given) {
    String key = given == null ? UUID.randomUUID().toString() : given;
    if (!PRINTABLE.matcher(key).matches()) {
      var parameters = new Parameters();
      parameters.wrong(HEADER, HEADER + " must have 1 to 200 printable ASCII characters.");
      parameters.throwIfAny();
    }
    return new CommandKey(key, command + "/" + target + "/" + key);
  }

  /** Nobody knows whether the command will be carried out; repeating it with its key is safe. */
  ProblemException unanswered(String code, String what) {
    return Problems.unavailable(
        code, what + " Repeat it with the header " + HEADER + ": " + key + ".");
  }
}
