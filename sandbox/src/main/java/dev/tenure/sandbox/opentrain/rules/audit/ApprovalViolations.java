package dev.tenure.sandbox.opentrain.rules.audit;

import dev.tenure.sandbox.opentrain.model.contract.Approval;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** More than one open approval for one subject. */
final class ApprovalViolations {
  private final Map<String, List<String>> open = new HashMap<>();
  private final Map<String, List<String>> several = new LinkedHashMap<>();

  void forget() {
    open.clear();
    several.clear();
  }

  void judge(String id, @Nullable Approval approval) {
    if (approval == null) {
      return;
    }
    String what = approval.type().word() + " of " + approval.subject();
    List<String> ids = open.computeIfAbsent(what, key -> new ArrayList<>(1));
    ids.remove(id);
    if (approval.pending()) {
      ids.add(id);
    }
    if (ids.isEmpty()) {
      open.remove(what);
    }
    if (ids.size() > 1) {
      several.put(what, ids);
    } else {
      several.remove(what);
    }
  }

  Stream<String> words() {
    return several.entrySet().stream()
        .map(
            one ->
                "two open approvals for "
                    + one.getKey()
                    + ": "
                    + String.join(" and ", one.getValue()));
  }
}
