/** Jobs, the proposals of trainers, and what is written between them, as they are kept. */
@NullMarked
package dev.tenure.sandbox.opentrain.model.job;

import org.jspecify.annotations.NullMarked;
