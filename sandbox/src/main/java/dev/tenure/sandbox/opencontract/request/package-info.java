/** What agents send to OpenContract, with what is checked about it before any rule is asked. */
@NullMarked
package dev.tenure.sandbox.opencontract.request;

import org.jspecify.annotations.NullMarked;
