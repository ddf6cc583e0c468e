/** Which adapter stands for which port, as the settings say. */
@NullMarked
package dev.belay.wiring.adapter;

import org.jspecify.annotations.NullMarked;
