@NullMarked
package dev.tenure.api.hires;

import org.jspecify.annotations.NullMarked;
