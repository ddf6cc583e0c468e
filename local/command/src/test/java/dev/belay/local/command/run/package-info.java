@NullMarked
package dev.belay.local.command.run;

import org.jspecify.annotations.NullMarked;
