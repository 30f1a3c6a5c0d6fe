package dev.tenure.sandbox.opentrain.pages;

import dev.tenure.sandbox.opentrain.pages.ApprovalPage.Bill;
import dev.tenure.sandbox.opentrain.pages.ApprovalPage.Line;
import java.util.List;

/**
 * What an approval is about, in words.
 *
 * @param total in cents, what a confirmation charges
 */
record ApprovalSummary(
    String title, String lede, List<Line> facts, Bill bill, String confirmWords, long total) {}
