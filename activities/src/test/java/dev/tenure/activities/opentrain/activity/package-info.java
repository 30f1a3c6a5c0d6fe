@NullMarked
package dev.tenure.activities.opentrain.activity;

import org.jspecify.annotations.NullMarked;
