/**
 * What the decisions of every marketplace are made with: drafts of a decision, the pace of repeated
 * looks, and the gate of commands. It knows the state, calls, commands and the model.
 */
@NullMarked
package dev.tenure.lifecycle.decision;

import org.jspecify.annotations.NullMarked;
