@NullMarked
package dev.belay.document;

import org.jspecify.annotations.NullMarked;
