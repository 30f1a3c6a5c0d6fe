package dev.tenure.workflows.marketplace;

/** An approval of the marketplace. */
public record ApprovalRef(String approvalId) {}
