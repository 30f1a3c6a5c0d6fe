@NullMarked
package dev.tenure.api.pages.shared;

import org.jspecify.annotations.NullMarked;
