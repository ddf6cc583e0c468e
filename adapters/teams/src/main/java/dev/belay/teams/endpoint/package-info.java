/** Where a tenant is reached, and how what Graph lists is read. */
@NullMarked
package dev.belay.teams.endpoint;

import org.jspecify.annotations.NullMarked;
