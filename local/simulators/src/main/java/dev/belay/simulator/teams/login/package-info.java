/** Entra ID as an app meets it: access tokens against a secret or a certificate. */
@NullMarked
package dev.belay.simulator.teams.login;

import org.jspecify.annotations.NullMarked;
