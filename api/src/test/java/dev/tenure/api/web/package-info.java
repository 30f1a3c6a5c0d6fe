@NullMarked
package dev.tenure.api.web;

import org.jspecify.annotations.NullMarked;
