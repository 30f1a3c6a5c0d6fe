@NullMarked
package dev.tenure.cli.network;

import org.jspecify.annotations.NullMarked;
