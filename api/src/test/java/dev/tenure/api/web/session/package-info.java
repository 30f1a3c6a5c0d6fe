@NullMarked
package dev.tenure.api.web.session;

import org.jspecify.annotations.NullMarked;
