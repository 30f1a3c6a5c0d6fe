@NullMarked
package dev.tenure.api.pages.form;

import org.jspecify.annotations.NullMarked;
