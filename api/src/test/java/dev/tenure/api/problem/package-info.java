@NullMarked
package dev.tenure.api.problem;

import org.jspecify.annotations.NullMarked;
