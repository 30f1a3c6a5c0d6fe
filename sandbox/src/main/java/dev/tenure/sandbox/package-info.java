/**
 * A faithful local marketplace that speaks OpenTrain's public API. Its beans exist only where the
 * sandbox itself was started, so that a test of another room may carry this jar on its class path.
 */
@Configuration
@Requires(property = "sandbox.serving", value = "true")
@NullMarked
package dev.tenure.sandbox;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
