/**
 * The process on Temporal: workflows, their messages, and the activity interfaces that they call.
 * It may know the model, the rules of {@code lifecycle} and the Temporal SDK.
 */
@NullMarked
package dev.tenure.workflows;

import org.jspecify.annotations.NullMarked;
