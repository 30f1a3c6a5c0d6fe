/**
 * Commands over all hires: approvals and incidents that wait for people, and events. It may know
 * hire and all that hire knows.
 */
@NullMarked
package dev.tenure.cli.inbox;

import org.jspecify.annotations.NullMarked;
