/** What stands for JSON: digests of requests, tags of answers. Knows nothing of hires. */
@NullMarked
package dev.tenure.api.digest;

import org.jspecify.annotations.NullMarked;
