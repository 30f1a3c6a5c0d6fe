/**
 * Who may ask, by the words of micronaut-security: API keys, scopes, own names and origins only,
 * addresses that can be answered. May know links and problems.
 */
@NullMarked
package dev.tenure.api.access;

import org.jspecify.annotations.NullMarked;
