package dev.belay.pagerduty;

import dev.belay.pager.PageOrder;
import dev.belay.signature.Sha256;
import dev.belay.text.PlainText;

/**
 * An order in words for the one who is paged. Title and message end in a short reference of the order, since nothing else that
 * PagerDuty shows of an incident or a request tells which order made it.
 */
record OrderWords(PageOrder order) {
    private static final int LONGEST_TITLE = 250;
    private static final int REFERENCE = 10;

    /** One open incident of a service at most has it. */
    String key() {
        return "servicenow:" + order.about().record().table() + ":"
                + order.about().record().sysId();
    }

    String title() {
        return PlainText.line(subject(), LONGEST_TITLE) + " " + reference();
    }

    String details() {
        return asked() + "\n" + order.about().link();
    }

    String message() {
        return asked() + "\n" + subject() + "\n" + order.about().link() + "\n" + reference();
    }

    boolean isIn(String text) {
        return text.endsWith(reference());
    }

    private String asked() {
        String by = order.by().name() + " pages you";
        return order.message().isBlank() ? by + "." : by + ": " + order.message();
    }

    private String subject() {
        PageOrder.About about = order.about();
        String number =
                about.priority() == 0 ? about.number() : about.number() + " (priority " + about.priority() + ")";
        return about.title().isBlank() ? number : number + ": " + about.title();
    }

    private String reference() {
        return "[" + Sha256.hex(order.id()).substring(0, REFERENCE) + "]";
    }
}
