package dev.tenure.api.web;

import java.util.List;

/**
 * What waits for people, ready to print.
 *
 * @param more whether there are more approvals than are shown
 * @param moreIncidents the same of incidents
 * @param fresh whether nobody has asked for any hire yet
 */
public record HomePage(
    List<ApprovalLine> approvals,
    boolean more,
    List<IncidentLine> incidents,
    boolean moreIncidents,
    boolean fresh) {}
