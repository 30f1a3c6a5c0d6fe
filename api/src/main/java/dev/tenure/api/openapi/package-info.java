/** The front's description of itself: OpenAPI, as YAML, as JSON and as a page. */
@NullMarked
package dev.tenure.api.openapi;

import org.jspecify.annotations.NullMarked;
