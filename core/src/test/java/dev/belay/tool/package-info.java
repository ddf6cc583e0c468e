/** What tests need of the machine that they run on, beyond a JDK. */
@NullMarked
package dev.belay.tool;

import org.jspecify.annotations.NullMarked;
