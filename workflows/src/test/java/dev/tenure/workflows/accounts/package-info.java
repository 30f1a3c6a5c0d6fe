@NullMarked
package dev.tenure.workflows.accounts;

import org.jspecify.annotations.NullMarked;
