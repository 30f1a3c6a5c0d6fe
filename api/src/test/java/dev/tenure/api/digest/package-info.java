@NullMarked
package dev.tenure.api.digest;

import org.jspecify.annotations.NullMarked;
