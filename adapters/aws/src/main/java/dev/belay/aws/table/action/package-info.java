/** What people did about records from chat: the chronicles and the orders to page. */
@NullMarked
package dev.belay.aws.table.action;

import org.jspecify.annotations.NullMarked;
