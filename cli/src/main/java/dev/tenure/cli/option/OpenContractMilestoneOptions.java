package dev.tenure.cli.option;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.cli.environment.Refused;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What only OpenContract needs to know of a milestone, which is one Working Contract there. */
public final class OpenContractMilestoneOptions {
  /** A criterion that is meant for one milestone, by the key that a hire of flags gives it. */
  private static final Pattern KEYED = Pattern.compile("(m\\d+)=");

  @Option(
      names = "--criterion",
      paramLabel = "TEXT",
      description =
          "OpenContract: an acceptance criterion; 1 to 10 may be given. Of one milestone of several:"
              + " m2=TEXT. A text that itself begins like m9= needs that key, too: m2=m9=TEXT.")
  List<String> criteria = List.of();

  @Option(
      names = "--materials",
      paramLabel = "TEXT",
      description = "OpenContract: hash or address of further material.")
  @Nullable String materials;

  @Option(
      names = "--match-within",
      paramLabel = "TIME",
      description = "OpenContract: from the creation to the match deadline, e.g. 1d.")
  @Nullable LengthOfTime matchWithin;

  @Option(
      names = "--deliver-within",
      paramLabel = "TIME",
      description = "OpenContract: from the match deadline to the delivery deadline, e.g. 7d.")
  @Nullable LengthOfTime deliverWithin;

  @Option(
      names = "--review-within",
      paramLabel = "TIME",
      description = "OpenContract: from the delivery deadline to the review deadline, e.g. 3d.")
  @Nullable LengthOfTime reviewWithin;

  @Option(
      names = "--verification",
      paramLabel = "MODE",
      description = "OpenContract: privacy-preserving, the only mode that it has so far.")
  @Nullable String verification;

  /**
   * As the API takes it.
   *
   * @param key of the milestone, empty where it has none yet
   * @param keys of all of them: a criterion that begins with another one's is not this one's
   * @throws Refused where a criterion is for a milestone that is none of them
   */
  public void into(ObjectNode block, String key, List<String> keys) {
    criteria.forEach(criterion -> refuseOther(criterion, key, keys));
    if (!criteria.isEmpty()) {
      var texts = block.putArray("acceptanceCriteria");
      criteria.stream()
          .filter(text -> isOf(text, key, keys))
          .map(text -> text(text, keys))
          .forEach(texts::add);
    }
    RequestBody.put(block, "supplementaryMaterials", materials);
    RequestBody.put(block, "matchWithin", matchWithin);
    RequestBody.put(block, "deliverWithin", deliverWithin);
    RequestBody.put(block, "reviewWithin", reviewWithin);
    RequestBody.put(block, "verificationMode", verification);
  }

  private static void refuseOther(String criterion, String key, List<String> keys) {
    var keyed = KEYED.matcher(criterion);
    if (keyed.lookingAt() && !keys.contains(keyed.group(1))) {
      throw Refused.usage(
          "--criterion \"%s\" is for the milestone %s, and this is about %s. If the text itself begins so, write: --criterion \"%s=%1$s\""
              .formatted(
                  criterion,
                  keyed.group(1),
                  key.isEmpty() ? "the new one" : String.join(", ", keys),
                  key));
    }
  }

  private static boolean isOf(String criterion, String key, List<String> keys) {
    return criterion.startsWith(key + "=")
        || keys.stream().noneMatch(other -> criterion.startsWith(other + "="));
  }

  /** A key of another form, as a FILE may give, is taken off only where it keeps one like m9 on. */
  private static String text(String criterion, List<String> keys) {
    return keys.stream()
        .filter(key -> criterion.startsWith(key + "="))
        .filter(
            key ->
                KEYED.matcher(criterion).lookingAt()
                    || KEYED.matcher(criterion.substring(key.length() + 1)).lookingAt())
        .findFirst()
        .map(key -> criterion.substring(key.length() + 1))
        .orElse(criterion);
  }
}
