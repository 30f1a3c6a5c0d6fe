package dev.tenure.api.web;

import dev.tenure.journal.read.HireView;
import dev.tenure.model.WaitKind;
import dev.tenure.model.Waiting;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a hire waits for, ready to print.
 *
 * @param deed what can be done at the url
 */
public record WaitLine(String words, @Nullable String url, String deed, @Nullable When deadline) {

  private static final Comparator<Waiting> SOONEST =
      Comparator.comparing(Waiting::deadline, Comparator.nullsLast(Comparator.naturalOrder()));

  static List<WaitLine> of(HireView hire, Moments moments) {
    return hire.document().waitingFor().stream()
        .sorted(SOONEST)
        .map(
            waiting ->
                new WaitLine(
                    words(waiting),
                    Links.out(waiting.url()),
                    waiting.kind() == WaitKind.APPROVAL ? "Decide" : "Mend it",
                    waiting.deadline() == null ? null : moments.when(waiting.deadline())))
        .toList();
  }

  private static String words(Waiting waiting) {
    String about = waiting.milestone() == null ? "" : " of " + waiting.milestone();
    return switch (waiting.kind()) {
      case APPROVAL ->
          "A person's decision on "
              + (waiting.milestone() == null ? "the marketplace" : waiting.milestone());
      case DELIVERY -> "The delivery" + about;
      case COMMAND ->
          waiting.milestone() == null
              ? "Your word to end the contract"
              : "Your word to fund or release " + waiting.milestone();
      case RESOLUTION -> "An answer to an incident" + about;
    };
  }
}
