package dev.tenure.sandbox.opentrain.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A call that tells what is wrong in a list of issues, as messages, invitations and teams do. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface IssueList {
  /** The attribute of a request that is one; an error has a route of its own. */
  String ATTRIBUTE = "sandbox.issue-list";
}
