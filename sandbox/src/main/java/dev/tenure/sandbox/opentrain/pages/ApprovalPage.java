package dev.tenure.sandbox.opentrain.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that the approval page shows, as words ready to print. */
public record ApprovalPage(
    String state,
    String badge,
    String title,
    String lede,
    List<Line> facts,
    Bill bill,
    @Nullable TermsForm terms,
    String choiceLegend,
    List<Choices> choices,
    @Nullable Until until,
    String confirmWords,
    @Nullable String reference,
    @Nullable String error) {

  /** A named value; the id lets the page's script find it. */
  public record Line(String name, String value, String id) {
    static Line of(String name, String value) {
      return new Line(name, value, "");
    }
  }

  /** The money, line by line. */
  public record Bill(String heading, List<Line> lines, Line total, String note) {
    static final Bill NONE = new Bill("", List.of(), Line.of("", ""), "");
    static final String CHARGE = "Charged now";

    /** The same bill when there is nothing left to decide. */
    Bill decided(boolean confirmed) {
      return total.name().equals(CHARGE)
          ? new Bill(
              confirmed ? "What it cost" : "What it would have cost",
              lines,
              new Line(confirmed ? "Charged" : "Not charged", total.value(), total.id()),
              note)
          : this;
    }
  }

  /** Hire terms that can be changed before confirming. */
  public record TermsForm(String name, String description, String amount, String dueDate) {}

  /** One of several ways. */
  public record Choices(
      String field, String value, String name, String words, boolean possible, boolean chosen) {}

  /** The end of the window. */
  public record Until(String id, String deadline, String iso, String left) {}

  public boolean pending() {
    return until != null;
  }

  static ApprovalPage unknown(String id) {
    return new ApprovalPage(
        "unknown",
        "Unknown",
        "There is no such approval",
        "The link may be incomplete, or the sandbox was reset since it was sent.",
        List.of(),
        Bill.NONE,
        null,
        "",
        List.of(),
        null,
        "",
        id,
        null);
  }
}
