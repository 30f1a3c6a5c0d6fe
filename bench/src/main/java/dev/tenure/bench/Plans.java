package dev.tenure.bench;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bodies that begin a hire. */
final class Plans {
  private Plans() {}

  /** So many milestones of 20 dollars each. */
  static String of(String proposal, int milestones) {
    String each =
        """
        {"description": "Part %d", "amount": {"amount": "20.00", "currency": "USD"}}\
        """;
    return """
    {"proposalId": "%s", "milestones": [%s]}
    """
        .formatted(
            proposal,
            IntStream.rangeClosed(1, milestones)
                .mapToObj(each::formatted)
                .collect(Collectors.joining(", ")));
  }
}
