/**
 * What HTTP itself asks of requests and answers, whatever they are about: media types and bodies.
 * May know bodies and problems.
 */
@NullMarked
package dev.tenure.api.http;

import org.jspecify.annotations.NullMarked;
