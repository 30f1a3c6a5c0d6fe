package dev.tenure.api.web.page;

/**
 * What stands around the model of every page.
 *
 * @param title the page's own title
 * @param section which entry of the navigation is the current one
 * @param signedIn whether there is a session to sign out of
 * @param token proves that a form comes from a page of ours
 * @param mayWrite whether who looks may command hires
 * @param admin whether who looks may see the audit list
 */
public record Frame(
    String title,
    String section,
    boolean signedIn,
    String token,
    boolean mayWrite,
    boolean admin) {}
