@NullMarked
package dev.tenure.cli.http;

import org.jspecify.annotations.NullMarked;
