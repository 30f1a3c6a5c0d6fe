package dev.tenure.api.pages.inbox;

import dev.tenure.api.pages.shared.Glossary;
import dev.tenure.api.pages.shared.Links;
import dev.tenure.api.pages.shared.PageParameters;
import dev.tenure.journal.read.ApprovalInbox;
import dev.tenure.journal.read.ApprovalInbox.GroupKind;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.wire.WireName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an address of the inbox asks for.
 *
 * @param text empty for everything
 */
record InboxFilter(GroupKind group, @Nullable String label, String text) {

  private static final String LABEL = GroupKind.LABEL.wire() + ":";

  /** The search as its address says it; by deadline where that says nothing. */
  static InboxFilter of(
      PageParameters parameters, @Nullable String group, @Nullable String search) {
    String by = PageParameters.text(group);
    String text = PageParameters.text(search);
    if (by.startsWith(LABEL) && by.length() > LABEL.length()) {
      return new InboxFilter(GroupKind.LABEL, by.substring(LABEL.length()), text);
    }
    Optional<GroupKind> kind =
        WireName.find(GroupKind.class, by).filter(one -> one != GroupKind.LABEL);
    if (kind.isEmpty() && !by.isEmpty()) {
      parameters.wrong(
          "group",
          "group must be one of: deadline, kind, job, account, label:NAME with the name of a"
              + " label.");
    }
    return new InboxFilter(kind.orElse(GroupKind.DEADLINE), null, text);
  }

  ApprovalInbox.Query query() {
    return new ApprovalInbox.Query(group, label, text.isEmpty() ? null : text);
  }

  String path(int page) {
    return Links.query(
        "/",
        "group",
        group == GroupKind.DEADLINE ? null : value(),
        "text",
        text,
        "page",
        page == 1 ? null : Integer.toString(page));
  }

  /** A choice of a list. */
  record Grouping(String value, String words, boolean chosen) {}

  /** By what the approvals can be grouped: also by any of these labels. */
  public List<Grouping> groupings(List<String> labels) {
    List<Grouping> choices = new ArrayList<>();
    choices.add(choice(GroupKind.DEADLINE, "Deadline"));
    choices.add(choice(GroupKind.KIND, "What is asked"));
    choices.add(choice(GroupKind.JOB, "Job"));
    choices.add(choice(GroupKind.ACCOUNT, "Account"));
    labels.forEach(
        one -> choices.add(new Grouping(LABEL + one, "Label " + one, one.equals(label))));
    return List.copyOf(choices);
  }

  /** What a group of this kind is called. */
  String title(String key) {
    return switch (group) {
      case DEADLINE ->
          switch (key) {
            case "0" -> "Deadline passed";
            case "1" -> "Within 12 hours";
            case "2" -> "Within 24 hours";
            case "3" -> "Within 3 days";
            default -> "Later";
          };
      case KIND -> WireName.find(ApprovalKind.class, key).map(Glossary::approval).orElse(key);
      case JOB -> key.isEmpty() ? "Job not known yet" : "Job " + key;
      case ACCOUNT -> "Account " + key;
      case LABEL -> key.isEmpty() ? "No label " + label : label + ": " + key;
    };
  }

  private Grouping choice(GroupKind kind, String words) {
    return new Grouping(kind.wire(), words, kind == group);
  }

  private String value() {
    return label == null ? group.wire() : LABEL + label;
  }
}
