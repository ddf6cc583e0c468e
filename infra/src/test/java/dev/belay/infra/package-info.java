/** What is deployed and installed, held against the code that it is for. */
@NullMarked
package dev.belay.infra;

import org.jspecify.annotations.NullMarked;
