@NullMarked
package dev.tenure.acceptance;

import org.jspecify.annotations.NullMarked;
