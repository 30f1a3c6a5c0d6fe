package dev.tenure.sandbox.pages;

import dev.tenure.sandbox.pages.ApprovalPage.Bill;
import dev.tenure.sandbox.pages.ApprovalPage.Line;
import java.util.List;

/**
 * What an approval is about, in words.
 *
 * @param total in cents, what a confirmation charges
 */
record Matter(
    String title, String lede, List<Line> facts, Bill bill, String confirmWords, long total) {}
