@NullMarked
package dev.tenure.api.plans;

import org.jspecify.annotations.NullMarked;
