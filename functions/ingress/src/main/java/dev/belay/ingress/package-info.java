/** The one room that touches the internet: proves where a request comes from, stores what it says, and answers. */
@NullMarked
package dev.belay.ingress;

import org.jspecify.annotations.NullMarked;
