package dev.tenure.journal.account;

import dev.tenure.journal.store.Sql;
import dev.tenure.model.hire.MilestoneState;
import dev.tenure.model.message.MarketplaceNotification;
import dev.tenure.model.message.MarketplaceNotifications;
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

/** Which open hires the ids in some notifications belong to. */
final class NotificationRouting {

  /** What the marketplace calls a milestone that was created and not funded yet. */
  private static final String NOT_FUNDED = "NOT_FUNDED";

  /**
   * What notifications name.
   *
   * @param unfunded whether it is a milestone that its hire has recorded as created, and no more
   */
  private record Subject(String kind, String id, String hireId, boolean unfunded) {

    /**
     * Whether the notification only echoes a creation that the hire has read and recorded already.
     */
    boolean echoedBy(MarketplaceNotification notification) {
      return unfunded && NOT_FUNDED.equals(notification.status());
    }
  }

  private final List<Subject> subjects;

  private NotificationRouting(List<Subject> subjects) {
    this.subjects = subjects;
  }

  static NotificationRouting read(
      Sql sql, String account, List<MarketplaceNotification> notifications) throws SQLException {
    return new NotificationRouting(
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
            ids(notifications, MarketplaceNotification::approvalId),
            account,
            ids(notifications, MarketplaceNotification::milestoneId),
            account,
            ids(notifications, MarketplaceNotification::contractId),
            account,
            ids(notifications, MarketplaceNotification::proposalId),
            account));
  }

  private static boolean unfunded(@Nullable String state) {
    return MilestoneState.CREATED.wire().equals(state)
        || MilestoneState.AWAITING_FUNDING.wire().equals(state);
  }

  /** Each hire with those of the notifications that are news to it, in their order. */
  Map<String, MarketplaceNotifications> of(List<MarketplaceNotification> notifications) {
    Map<String, List<MarketplaceNotification>> byHire = new LinkedHashMap<>();
    for (MarketplaceNotification notification : notifications) {
      if (subjects.stream()
          .anyMatch(subject -> isOf(subject, notification) && subject.echoedBy(notification))) {
        continue;
      }
      hires(notification)
          .forEach(hire -> byHire.computeIfAbsent(hire, h -> new ArrayList<>()).add(notification));
    }
    Map<String, MarketplaceNotifications> routed = new LinkedHashMap<>();
    byHire.forEach(
        (hire, itsNotifications) ->
            routed.put(hire, new MarketplaceNotifications(itsNotifications)));
    return routed;
  }

  boolean unknown(MarketplaceNotification notification) {
    return hires(notification).isEmpty();
  }

  private Set<String> hires(MarketplaceNotification notification) {
    Set<String> found = new LinkedHashSet<>();
    for (Subject subject : subjects) {
      if (isOf(subject, notification)) {
        found.add(subject.hireId());
      }
    }
    return found;
  }

  private static boolean isOf(Subject subject, MarketplaceNotification notification) {
    return subject.id().equals(idOf(notification, subject.kind()));
  }

  private static @Nullable String idOf(MarketplaceNotification notification, String kind) {
    return switch (kind) {
      case "approval" -> notification.approvalId();
      case "milestone" -> notification.milestoneId();
      case "contract" -> notification.contractId();
      case "proposal" -> notification.proposalId();
      default -> throw new IllegalStateException("no subject of a notification: " + kind);
    };
  }

  private static List<String> ids(
      List<MarketplaceNotification> notifications,
      Function<MarketplaceNotification, @Nullable String> id) {
    return notifications.stream().map(id).filter(Objects::nonNull).distinct().toList();
  }
}
