/**
 * What HTTP itself asks of requests and answers, whatever they are about: media types, bodies, and
 * how long a request may take to arrive. May know bodies and problems.
 */
@NullMarked
package dev.tenure.api.http;

import org.jspecify.annotations.NullMarked;
