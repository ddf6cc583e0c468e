@NullMarked
package dev.belay.file;

import org.jspecify.annotations.NullMarked;
