/**
 * The OpenAPI document that is generated from all controllers, divided by paths and completed. It
 * knows no marketplace: each adds what only it can say.
 */
@NullMarked
package dev.tenure.sandbox.openapi;

import org.jspecify.annotations.NullMarked;
