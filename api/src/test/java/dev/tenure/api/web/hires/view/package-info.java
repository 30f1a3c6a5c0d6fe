@NullMarked
package dev.tenure.api.web.hires.view;

import org.jspecify.annotations.NullMarked;
