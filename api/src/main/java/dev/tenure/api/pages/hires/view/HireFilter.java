package dev.tenure.api.pages.hires.view;

import dev.tenure.api.pages.shared.Links;
import dev.tenure.api.pages.shared.PageParameters;
import dev.tenure.api.pages.shared.Tab;
import dev.tenure.journal.read.HireQuery;
import dev.tenure.model.hire.HireStatus;
import dev.tenure.model.wire.WireName;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The search on the page of hires, as its address says it; what is empty does not matter.
 *
 * @param label {@code key:value}
 * @param text part of an id, of the reference, of a label, or of a milestone's name or description
 */
public record HireFilter(String status, String account, String label, String text) {

  public static HireFilter of(
      @Nullable String status,
      @Nullable String account,
      @Nullable String label,
      @Nullable String text) {
    return new HireFilter(
        PageParameters.text(status),
        PageParameters.text(account),
        PageParameters.text(label),
        PageParameters.text(text));
  }

  public boolean narrows() {
    return !(status + account + label + text).isEmpty();
  }

  /** Whether any of the filters that are seldom used is set. */
  public boolean more() {
    return !(account + label).isEmpty();
  }

  /** The statuses that there are, each with how many hires the rest of the search finds. */
  public List<Tab> tabs(Map<HireStatus, Long> counts) {
    return Tab.of(
        HireStatus.class,
        counts,
        read(),
        one -> new HireFilter(one == null ? "" : one.wire(), account, label, text).path(null));
  }

  /** What is wrong with it, if anything. */
  public @Nullable String error() {
    if (!label.isEmpty() && label.indexOf(':') < 1) {
      return "Give a label as key:value, for example team:vision.";
    }
    return !status.isEmpty() && read() == null ? "There is no status “" + status + "”." : null;
  }

  /** The search; only without an {@link #error()}. */
  public HireQuery query(@Nullable Long before, int limit) {
    int colon = label.indexOf(':');
    return new HireQuery(
        read(),
        account.isEmpty() ? null : account,
        null,
        null,
        null,
        colon < 1 ? Map.of() : Map.of(label.substring(0, colon), label.substring(colon + 1)),
        before,
        limit,
        text.isEmpty() ? null : text);
  }

  /** The address of this search, from a place in the list on. */
  public String path(@Nullable Long before) {
    return Links.query(
        "/hires",
        "status",
        status,
        "account",
        account,
        "label",
        label,
        "text",
        text,
        "before",
        before == null ? null : before.toString());
  }

  private @Nullable HireStatus read() {
    return WireName.find(HireStatus.class, status).orElse(null);
  }
}
