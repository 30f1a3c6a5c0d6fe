package dev.tenure.api.web.inbox;

import dev.tenure.api.web.page.Glossary;
import dev.tenure.api.web.page.Links;
import dev.tenure.journal.read.ApprovalInbox;
import dev.tenure.journal.read.ApprovalInbox.GroupKind;
import dev.tenure.model.hire.ApprovalKind;
import dev.tenure.model.wire.WireName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an address of the inbox asks for.
 *
 * @param text empty for everything
 */
record InboxFilter(GroupKind group, @Nullable String label, String text) {

  private static final String LABEL = GroupKind.LABEL.wire() + ":";

  /** Anything that is no way to group means by deadline. */
  static InboxFilter of(Map<String, String> query) {
    String group = query.getOrDefault("group", "");
    String text = query.getOrDefault("text", "").strip();
    if (group.startsWith(LABEL) && group.length() > LABEL.length()) {
      return new InboxFilter(GroupKind.LABEL, group.substring(LABEL.length()), text);
    }
    GroupKind kind =
        WireName.find(GroupKind.class, group)
            .filter(one -> one != GroupKind.LABEL)
            .orElse(GroupKind.DEADLINE);
    return new InboxFilter(kind, null, text);
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
