/** Hires over HTTP: the request, its checks, the answer, the commands. */
@NullMarked
package dev.tenure.api.hires;

import org.jspecify.annotations.NullMarked;
