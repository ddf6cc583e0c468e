package dev.belay.simulator.teams.tenant;

/**
 * An app with a bot, as its tenant knows it.
 *
 * @param id the app's (client) id in Entra ID, the bot's id too
 * @param secret the client secret that it signs in with
 * @param catalogId the app's id in the tenant's catalog
 */
public record TeamsApp(String id, String name, String secret, String catalogId) {
    /** The bot's id in conversations. */
    public String mri() {
        return "28:" + id;
    }

    @Override
    public String toString() {
        return "TeamsApp[" + id + "]";
    }
}
