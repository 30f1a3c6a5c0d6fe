package dev.tenure.journal.account;

import dev.tenure.journal.store.Sql;
import dev.tenure.model.Bell;
import dev.tenure.model.Bells;
import dev.tenure.model.MilestoneState;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which open hires the ids in some bells belong to. */
final class BellRouting {

  /** What the marketplace calls a milestone that was created and not funded yet. */
  private static final String NOT_FUNDED = "NOT_FUNDED";

  /**
   * What bells name.
   *
   * @param unfunded whether it is a milestone that its hire has recorded as created, and no more
   */
  private record Subject(String kind, String id, String hireId, boolean unfunded) {

    /** Whether the bell only echoes a creation that the hire has read and recorded already. */
    boolean echoedBy(Bell bell) {
      return unfunded && NOT_FUNDED.equals(bell.status());
    }
  }

  private final List<Subject> subjects;

  private BellRouting(List<Subject> subjects) {
    this.subjects = subjects;
  }

  static BellRouting read(Sql sql, String account, List<Bell> bells) throws SQLException {
    return new BellRouting(
        sql.list(
            """
            select 'approval' as kind, a.id as id, h.id as hire_id, null as state
            from approvals a join hires h on h.id = a.hire_id
            where a.id = any(?) and h.account = ? and h.closed_at is null
            union all
            select 'milestone', m.milestone_id, h.id, m.document ->> 'state'
            from milestones m join hires h on h.id = m.hire_id
            where m.milestone_id = any(?) and h.account = ? and h.closed_at is null
            union all
            select 'contract', contract_id, id, null from hires
            where contract_id = any(?) and account = ? and closed_at is null
            union all
            select 'proposal', proposal_id, id, null from hires
            where proposal_id = any(?) and account = ? and closed_at is null
            """,
            row ->
                new Subject(
                    row.getString("kind"),
                    row.getString("id"),
                    row.getString("hire_id"),
                    unfunded(row.getString("state"))),
            ids(bells, Bell::approvalId),
            account,
            ids(bells, Bell::milestoneId),
            account,
            ids(bells, Bell::contractId),
            account,
            ids(bells, Bell::proposalId),
            account));
  }

  private static boolean unfunded(@Nullable String state) {
    return MilestoneState.CREATED.wire().equals(state)
        || MilestoneState.AWAITING_FUNDING.wire().equals(state);
  }

  /** Each hire with those of the bells that are news to it, in their order. */
  Map<String, Bells> of(List<Bell> bells) {
    Map<String, List<Bell>> byHire = new LinkedHashMap<>();
    for (Bell bell : bells) {
      if (subjects.stream().anyMatch(subject -> isOf(subject, bell) && subject.echoedBy(bell))) {
        continue;
      }
      hires(bell).forEach(hire -> byHire.computeIfAbsent(hire, h -> new ArrayList<>()).add(bell));
    }
    Map<String, Bells> routed = new LinkedHashMap<>();
    byHire.forEach((hire, itsBells) -> routed.put(hire, new Bells(itsBells)));
    return routed;
  }

  boolean unknown(Bell bell) {
    return hires(bell).isEmpty();
  }

  private Set<String> hires(Bell bell) {
    Set<String> found = new LinkedHashSet<>();
    for (Subject subject : subjects) {
      if (isOf(subject, bell)) {
        found.add(subject.hireId());
      }
    }
    return found;
  }

  private static boolean isOf(Subject subject, Bell bell) {
    return subject.id().equals(idOf(bell, subject.kind()));
  }

  private static @Nullable String idOf(Bell bell, String kind) {
    return switch (kind) {
      case "approval" -> bell.approvalId();
      case "milestone" -> bell.milestoneId();
      case "contract" -> bell.contractId();
      case "proposal" -> bell.proposalId();
      default -> throw new IllegalStateException("no subject of a bell: " + kind);
    };
  }

  private static List<String> ids(List<Bell> bells, Function<Bell, @Nullable String> id) {
    return bells.stream().map(id).filter(Objects::nonNull).distinct().toList();
  }
}
