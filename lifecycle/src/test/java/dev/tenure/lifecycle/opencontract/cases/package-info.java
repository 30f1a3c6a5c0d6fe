/** Tests of a hire on OpenContract. */
@org.jspecify.annotations.NullMarked
package dev.tenure.lifecycle.opencontract.cases;
