/**
 * Hires over HTTP: the controllers, and what makes and reads hires for them. May know the commands,
 * the requests and the answers.
 */
@NullMarked
package dev.tenure.api.hires;

import org.jspecify.annotations.NullMarked;
