/**
 * What the HTTP servers of all marketplaces share: binding of bodies, times, and the door through
 * which errors leave. It knows no marketplace.
 */
@NullMarked
package dev.tenure.sandbox.http;

import org.jspecify.annotations.NullMarked;
