/**
 * Bodies as they were sent: held against the schemas that the OpenAPI document publishes, and bound
 * to their records. May know the problems, and nothing of what a body is about.
 */
@NullMarked
package dev.tenure.api.body;

import org.jspecify.annotations.NullMarked;
