/** The sandbox's OpenContract, for the tests of the client and of the activities. */
@org.jspecify.annotations.NullMarked
package dev.tenure.activities.opencontract;
