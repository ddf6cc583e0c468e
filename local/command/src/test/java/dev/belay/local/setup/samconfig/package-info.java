@NullMarked
package dev.belay.local.setup.samconfig;

import org.jspecify.annotations.NullMarked;
