/** API keys over HTTP: made, listed and revoked. May know who asks, problems and paging. */
@NullMarked
package dev.tenure.api.keys;

import org.jspecify.annotations.NullMarked;
