package dev.tenure.api.web.hires.view;

import dev.tenure.api.web.form.Form;

/**
 * A form about a hire, ready to print.
 *
 * @param path where it is sent to
 * @param key makes the command the same one when the form is sent twice
 */
public record FormPage(
    String hirePath,
    String hireTitle,
    String heading,
    String words,
    String path,
    String submit,
    String key,
    Form form) {}
