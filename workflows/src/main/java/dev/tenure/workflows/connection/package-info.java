/**
 * The way to a Temporal service, one for every process: where it is, who is asking, and what a
 * failed call means. It knows neither workflows nor activities, and none of them knows it, since it
 * reads files and variables.
 */
@NullMarked
package dev.tenure.workflows.connection;

import org.jspecify.annotations.NullMarked;
