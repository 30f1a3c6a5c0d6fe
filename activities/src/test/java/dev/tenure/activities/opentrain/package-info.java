@NullMarked
package dev.tenure.activities.opentrain;

import org.jspecify.annotations.NullMarked;
