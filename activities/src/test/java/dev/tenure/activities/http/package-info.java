@NullMarked
package dev.tenure.activities.http;

import org.jspecify.annotations.NullMarked;
