/** Whether what we prove ourselves with still works: one state for each credential, who is told, and what waits meanwhile. */
@NullMarked
package dev.belay.credential;

import org.jspecify.annotations.NullMarked;
