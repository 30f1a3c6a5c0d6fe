/** The everyday commands: hires, approvals, incidents and events over the HTTP front. */
@NullMarked
package dev.tenure.cli.everyday;

import org.jspecify.annotations.NullMarked;
