package dev.belay.ingress.bench;

/** What the stubs see of a function that starts. */
enum Moment {
    SECRET_CONNECTED("connects to Secrets Manager"),
    SECRET_TLS("TLS with it stands"),
    SECRET_ASKED("asks for the secret"),
    QUEUE_CONNECTED("connects to SQS"),
    QUEUE_TLS("TLS with it stands"),
    NEXT("is ready for the click"),
    SENT("sends the message"),
    DIALOG("asks Slack to open the dialog"),
    RESPONDED("answers"),
    CPU("CPU time used by then");

    private final String label;

    Moment(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
