@NullMarked
package dev.tenure.activities.opentrain.client;

import org.jspecify.annotations.NullMarked;
