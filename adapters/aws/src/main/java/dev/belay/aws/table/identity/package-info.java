/** Who people are, where our app is installed, and how its credentials stand. */
@NullMarked
package dev.belay.aws.table.identity;

import org.jspecify.annotations.NullMarked;
