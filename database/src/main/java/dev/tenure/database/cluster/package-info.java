/**
 * A data folder of PostgreSQL: how it is made, who may do what in it, its server. The application's
 * role is no superuser; its password is random. May know the machine.
 */
@NullMarked
package dev.tenure.database.cluster;

import org.jspecify.annotations.NullMarked;
