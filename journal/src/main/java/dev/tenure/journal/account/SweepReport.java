package dev.tenure.journal.account;

import org.jspecify.annotations.Nullable;

/**
 * What the last sweep over an account's contracts found and did.
 *
 * @param contracts how many are active
 * @param changed how many of them look different from the sweep before, or are gone
 * @param notified how many hires were told
 * @param reopened how many closed hires were taken up again
 * @param note what a person should look at, in words
 */
public record SweepReport(
    int contracts, int changed, int notified, int reopened, @Nullable String note) {}
