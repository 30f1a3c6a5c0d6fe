package dev.tenure.sandbox.opencontract.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A call that needs an API key; without it a call is public, and a key is not looked at. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Keyed {}
