/** OpenTrain's public API as activities of the process. */
@NullMarked
package dev.tenure.activities.opentrain;

import org.jspecify.annotations.NullMarked;
