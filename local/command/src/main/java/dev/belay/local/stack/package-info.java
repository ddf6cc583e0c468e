/** A deployed stack as CloudFormation describes it, so that nobody has to copy addresses by hand. */
@NullMarked
package dev.belay.local.stack;

import org.jspecify.annotations.NullMarked;
