/** Word to people: which approvals wait for them, by Slack, e-mail and webhook. */
@NullMarked
package dev.tenure.activities.notify;

import org.jspecify.annotations.NullMarked;
