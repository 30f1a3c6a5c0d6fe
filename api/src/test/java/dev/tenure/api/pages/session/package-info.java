@NullMarked
package dev.tenure.api.pages.session;

import org.jspecify.annotations.NullMarked;
