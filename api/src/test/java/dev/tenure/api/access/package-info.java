@NullMarked
package dev.tenure.api.access;

import org.jspecify.annotations.NullMarked;
