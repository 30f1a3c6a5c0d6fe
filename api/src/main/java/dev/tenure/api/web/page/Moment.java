package dev.tenure.api.web.page;

/**
 * A moment, ready to print.
 *
 * @param words day and time, in UTC
 * @param iso the same for machines
 * @param distance how far it is from now
 * @param soon whether little time is left until it, or none
 */
public record Moment(String words, String iso, String distance, boolean soon) {}
