package dev.tenure.workflows;

import dev.tenure.model.ApprovalStatus;
import dev.tenure.model.Resolution;
import java.util.List;
import java.util.Locale;

/** Plain words for people. */
final class Words {

  private Words() {}

  static String of(ApprovalStatus status) {
    return switch (status) {
      case PENDING -> "waits for a person";
      case CONFIRMED -> "confirmed";
      case DECLINED -> "declined";
      case EXPIRED -> "expired, nobody decided in time";
      case SUPERSEDED -> "replaced by another request";
      case LOST_SIGHT -> "no longer visible";
    };
  }

  /** E.g. {@code retry, skip or abort}. */
  static String oneOf(List<Resolution> answers) {
    List<String> words = answers.stream().map(Resolution::wire).toList();
    int last = words.size() - 1;
    return last == 0
        ? words.getFirst()
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  static String count(int number, String thing) {
    return number == 1 ? "1 " + thing : number + " " + thing + "s";
  }
}
