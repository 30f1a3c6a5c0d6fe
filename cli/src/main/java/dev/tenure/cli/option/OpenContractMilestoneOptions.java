package dev.tenure.cli.option;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What only OpenContract needs to know of a milestone, which is one Working Contract there. */
public final class OpenContractMilestoneOptions {
  @Option(
      names = "--criterion",
      paramLabel = "TEXT",
      description =
          "OpenContract: an acceptance criterion; 1 to 10 may be given. Of one milestone of several:"
              + " m2=TEXT.")
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
   * @param key of the milestone
   * @param keys of all of them: a criterion that begins with another one's is not this one's
   */
  public void into(ObjectNode block, String key, List<String> keys) {
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

  private static boolean isOf(String criterion, String key, List<String> keys) {
    return criterion.startsWith(key + "=")
        || keys.stream().noneMatch(other -> criterion.startsWith(other + "="));
  }

  private static String text(String criterion, List<String> keys) {
    return keys.stream()
        .filter(key -> criterion.startsWith(key + "="))
        .findFirst()
        .map(key -> criterion.substring(key.length() + 1))
        .orElse(criterion);
  }
}
