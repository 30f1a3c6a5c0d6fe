/**
 * Commands over all hires: approvals and incidents that wait for people, and events. It may know
 * option, hire and front.
 */
@NullMarked
package dev.tenure.cli.inbox;

import org.jspecify.annotations.NullMarked;
