@NullMarked
package dev.tenure.api.web.form;

import org.jspecify.annotations.NullMarked;
