@NullMarked
package dev.tenure.api.hires.json;

import org.jspecify.annotations.NullMarked;
