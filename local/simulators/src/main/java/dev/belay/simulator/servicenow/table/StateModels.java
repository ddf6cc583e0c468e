package dev.belay.simulator.servicenow.table;

/** Whether changes and problems go from state to state by their models, which refuse what is not provided for. */
public final class StateModels {
    private volatile boolean enforced = true;

    /** Enforces the models, or takes any state, as an instance without them does. */
    public void enforce(boolean on) {
        enforced = on;
    }

    /** Whether a row goes by its model: a new one may begin in any state. */
    boolean governs(Row before) {
        return enforced && !before.sysId().isEmpty();
    }

    /** How an instance refuses a write that a rule aborts. */
    static String aborted(String table, String rule) {
        return "Operation against file '" + table + "' was aborted by Business Rule '" + rule
                + "'. Business Rule Stack:" + rule;
    }
}
