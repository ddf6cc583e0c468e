package dev.belay.teams.call;

/** What is asked of the Bot Connector or of Graph. */
public enum Operation {
    CREATE_CHANNEL(Service.GRAPH, "POST", Effect.ONCE),
    LIST_CHANNELS(Service.GRAPH, "GET", Effect.READ),
    DESCRIBE_CHANNEL(Service.GRAPH, "PATCH", Effect.REPEATABLE),
    LIST_MESSAGES(Service.GRAPH, "GET", Effect.READ),
    LIST_TABS(Service.GRAPH, "GET", Effect.READ),
    /** Looked for before it is tried again. */
    ADD_TAB(Service.GRAPH, "POST", Effect.REPEATABLE),
    POST_CARD(Service.BOT, "POST", Effect.ONCE),
    UPDATE_CARD(Service.BOT, "PUT", Effect.REPEATABLE),
    /** What may be said twice rather than not at all. */
    SAY(Service.BOT, "POST", Effect.REPEATABLE),
    TELL(Service.BOT, "POST", Effect.REPEATABLE),
    READ_MEMBER(Service.BOT, "GET", Effect.READ),
    READ_TEAM(Service.BOT, "GET", Effect.READ),
    VIEW_TEAM(Service.BOT, "GET", Effect.READ);

    /** Whose it is, and so which token it needs. */
    enum Service {
        BOT,
        GRAPH
    }

    /** What doing it does, and so what a lost answer means. */
    enum Effect {
        /** Nothing. */
        READ,
        /** A second time changes nothing more. */
        REPEATABLE,
        /** Each time makes another one. */
        ONCE
    }

    private final Service service;
    private final String method;
    private final Effect effect;

    Operation(Service service, String method, Effect effect) {
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

    Effect effect() {
        return effect;
    }
}
