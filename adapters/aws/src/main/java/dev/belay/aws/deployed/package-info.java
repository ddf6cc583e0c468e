/** What a stack has deployed, as whoever runs it may look at it. */
@NullMarked
package dev.belay.aws.deployed;

import org.jspecify.annotations.NullMarked;
