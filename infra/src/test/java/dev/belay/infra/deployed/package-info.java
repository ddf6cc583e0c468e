/** The stack as it is deployed: on an emulator of AWS, with the functions' own zips in containers, between simulated outside systems. */
@NullMarked
package dev.belay.infra.deployed;

import org.jspecify.annotations.NullMarked;
