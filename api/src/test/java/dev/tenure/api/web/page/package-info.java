@NullMarked
package dev.tenure.api.web.page;

import org.jspecify.annotations.NullMarked;
