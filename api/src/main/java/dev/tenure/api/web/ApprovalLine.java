package dev.tenure.api.web;

import dev.tenure.journal.read.ApprovalView;
import dev.tenure.model.ApprovalDocument;
import org.jspecify.annotations.Nullable;

/**
 * An approval, ready to print.
 *
 * @param amount without fees
 * @param fees the fees expected on top, if any
 * @param url the marketplace's page on which a person decides
 */
public record ApprovalLine(
    String id,
    String what,
    String status,
    boolean pending,
    String hirePath,
    String hireTitle,
    String account,
    String amount,
    @Nullable String fees,
    @Nullable String url,
    int attempt,
    When deadline,
    @Nullable When resolved) {

  static ApprovalLine of(ApprovalView view, Moments moments) {
    ApprovalDocument approval = view.approval();
    String what = Words.approval(approval.kind());
    return new ApprovalLine(
        approval.id(),
        approval.milestone() == null ? what : what + " " + approval.milestone(),
        Words.approval(approval.status()),
        approval.pending(),
        Links.hire(view.hireId()),
        Titles.hire(view),
        view.account(),
        Words.money(approval.amount()),
        approval.feesEstimated() == null ? null : Words.money(approval.feesEstimated()),
        Links.out(approval.url()),
        approval.attempt(),
        moments.when(approval.expiresAt()),
        approval.resolvedAt() == null ? null : moments.when(approval.resolvedAt()));
  }
}
