@NullMarked
package dev.tenure.api.web.hires.row;

import org.jspecify.annotations.NullMarked;
