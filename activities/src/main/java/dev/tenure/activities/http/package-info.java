/** One bounded HTTP call, and whether it may have reached the other side. */
@NullMarked
package dev.tenure.activities.http;

import org.jspecify.annotations.NullMarked;
