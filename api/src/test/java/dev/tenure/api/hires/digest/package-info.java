@NullMarked
package dev.tenure.api.hires.digest;

import org.jspecify.annotations.NullMarked;
