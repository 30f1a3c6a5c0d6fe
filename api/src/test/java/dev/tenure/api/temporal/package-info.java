@NullMarked
package dev.tenure.api.temporal;

import org.jspecify.annotations.NullMarked;
