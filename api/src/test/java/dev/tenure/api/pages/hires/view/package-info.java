@NullMarked
package dev.tenure.api.pages.hires.view;

import org.jspecify.annotations.NullMarked;
