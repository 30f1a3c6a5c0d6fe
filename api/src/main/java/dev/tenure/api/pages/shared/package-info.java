/**
 * What every page shares: the frame, words for people, times, pagination, and the stream that keeps
 * open pages up to date. May know the sessions.
 */
@NullMarked
package dev.tenure.api.pages.shared;

import org.jspecify.annotations.NullMarked;
