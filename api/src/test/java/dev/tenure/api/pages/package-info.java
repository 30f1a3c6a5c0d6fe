@NullMarked
package dev.tenure.api.pages;

import org.jspecify.annotations.NullMarked;
