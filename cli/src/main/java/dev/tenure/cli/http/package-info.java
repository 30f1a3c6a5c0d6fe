/**
 * The one client of JSON over HTTP, with the proxy that the environment names. It may know
 * environment.
 */
@NullMarked
package dev.tenure.cli.http;

import org.jspecify.annotations.NullMarked;
