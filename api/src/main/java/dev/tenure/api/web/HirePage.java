package dev.tenure.api.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one hire, ready to print.
 *
 * @param done what was just carried out
 * @param error why something was not carried out
 * @param actions those about the hire as a whole
 */
public record HirePage(
    @Nullable String done,
    @Nullable String error,
    HireLine hire,
    List<WaitLine> waits,
    List<IncidentLine> incidents,
    List<MilestoneLine> milestones,
    List<Fact> money,
    String moneyNote,
    List<ApprovalLine> approvals,
    List<EventLine> events,
    @Nullable String olderEvents,
    List<Fact> facts,
    List<Offer> actions,
    String json,
    @Nullable String temporalUi,
    When asOf) {}
