/** The marketplace's public API over HTTP: gates, requests, answers. */
@NullMarked
package dev.tenure.sandbox.opentrain.api;

import org.jspecify.annotations.NullMarked;
