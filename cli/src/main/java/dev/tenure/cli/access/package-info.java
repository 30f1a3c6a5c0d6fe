/**
 * Commands about who may use the front and who did: API keys and the audit list. It may know hire
 * and all that hire knows.
 */
@NullMarked
package dev.tenure.cli.access;

import org.jspecify.annotations.NullMarked;
