package dev.belay.teams.call;

import dev.belay.failure.CallEffect;

/** What is asked of the Bot Connector or of Graph. */
public enum Operation {
    CREATE_CHANNEL(Service.GRAPH, "POST", CallEffect.NOT_IDEMPOTENT),
    LIST_CHANNELS(Service.GRAPH, "GET", CallEffect.READ),
    LOOK_AT_CHANNEL(Service.GRAPH, "GET", CallEffect.READ),
    ARCHIVE_CHANNEL(Service.GRAPH, "POST", CallEffect.REPEATABLE),
    UNARCHIVE_CHANNEL(Service.GRAPH, "POST", CallEffect.REPEATABLE),
    DESCRIBE_CHANNEL(Service.GRAPH, "PATCH", CallEffect.REPEATABLE),
    LIST_MESSAGES(Service.GRAPH, "GET", CallEffect.READ),
    LIST_TABS(Service.GRAPH, "GET", CallEffect.READ),
    /** Looked for before it is tried again. */
    ADD_TAB(Service.GRAPH, "POST", CallEffect.REPEATABLE),
    CHANGE_TAB(Service.GRAPH, "PATCH", CallEffect.REPEATABLE),
    POST_CARD(Service.BOT, "POST", CallEffect.NOT_IDEMPOTENT),
    UPDATE_CARD(Service.BOT, "PUT", CallEffect.REPEATABLE),
    POST_LINE(Service.BOT, "POST", CallEffect.NOT_IDEMPOTENT),
    LIST_REPLIES(Service.GRAPH, "GET", CallEffect.READ),
    /** At least once: what may be said twice rather than not at all. */
    SAY(Service.BOT, "POST", CallEffect.REPEATABLE),
    TELL(Service.BOT, "POST", CallEffect.REPEATABLE),
    /** Whoever is added twice is in it once. */
    ADD_MEMBER(Service.GRAPH, "POST", CallEffect.REPEATABLE),
    LIST_TAG_MEMBERS(Service.GRAPH, "GET", CallEffect.READ),
    READ_ROSTER(Service.BOT, "GET", CallEffect.READ),
    READ_MEMBER(Service.BOT, "GET", CallEffect.READ),
    READ_TEAM(Service.BOT, "GET", CallEffect.READ),
    VIEW_TEAM(Service.BOT, "GET", CallEffect.READ),
    /** Of a team that there is not: whether the token for the Bot Connector is taken. */
    SHOW_TOKEN(Service.BOT, "GET", CallEffect.READ),
    READ_MESSAGE(Service.GRAPH, "GET", CallEffect.READ),
    /** One that stands within a message. */
    READ_PICTURE(Service.GRAPH, "GET", CallEffect.READ),
    FIND_FOLDER(Service.GRAPH, "GET", CallEffect.READ),
    FIND_FILE(Service.GRAPH, "GET", CallEffect.READ),
    /** What comes of it takes the place of a file of that name; one that nothing is sent to is forgotten. */
    BEGIN_UPLOAD(Service.GRAPH, "POST", CallEffect.REPEATABLE),
    /** Our app's registration. */
    READ_APPLICATION(Service.GRAPH, "GET", CallEffect.READ);

    /** Whose it is, and so which token it needs. */
    enum Service {
        BOT,
        GRAPH
    }

    private final Service service;
    private final String method;
    private final CallEffect effect;

    Operation(Service service, String method, CallEffect effect) {
        this.service = service;
        this.method = method;
        this.effect = effect;
    }

    Service service() {
        return service;
    }

    String method() {
        return method;
    }

    CallEffect effect() {
        return effect;
    }
}
