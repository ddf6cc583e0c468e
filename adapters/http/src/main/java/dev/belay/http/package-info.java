/** HTTP for the adapters that have no SDK: the JDK's client, bounded, and every way of ending told apart. */
@NullMarked
package dev.belay.http;

import org.jspecify.annotations.NullMarked;
