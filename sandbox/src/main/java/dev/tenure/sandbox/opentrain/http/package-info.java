/**
 * What every part of the HTTP server shares: reading bodies, errors, limits, and the guard against
 * other origins. It knows the shapes and the rules, and no controller.
 */
@NullMarked
package dev.tenure.sandbox.opentrain.http;

import org.jspecify.annotations.NullMarked;
