/** How the console's server is asked and answers: routes, refusals, static files, the event stream. */
@NullMarked
package dev.belay.local.console.web;

import org.jspecify.annotations.NullMarked;
