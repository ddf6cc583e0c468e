/** A webhook for pages: any pager, behind a receiver of the installation's own. {@code infra/pagers/README.md} describes it. */
@NullMarked
package dev.belay.webhook;

import org.jspecify.annotations.NullMarked;
