/**
 * A Temporal service that asks who is there, and the certificates for it. The tests of the front,
 * of the worker and of the whole system use both.
 */
@NullMarked
package dev.tenure.workflows.connection;

import org.jspecify.annotations.NullMarked;
