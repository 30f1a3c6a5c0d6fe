@NullMarked
package dev.tenure.activities.opencontract.activity;

import org.jspecify.annotations.NullMarked;
