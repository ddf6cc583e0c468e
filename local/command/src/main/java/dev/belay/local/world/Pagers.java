package dev.belay.local.world;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.pagerduty.SimulatedPagerDuty;
import dev.belay.simulator.pagerduty.account.AcmeAccount;
import dev.belay.simulator.webhook.SignedByKey;
import dev.belay.simulator.webhook.SimulatedWebhook;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/**
 * What pages people in an installation: Acme's PagerDuty, a receiver of webhooks, and ServiceNow's on-call schedules.
 *
 * @param onCallGroup the sys_id of the group that has somebody on call
 */
record Pagers(SimulatedPagerDuty pagerDuty, SimulatedWebhook webhook, String onCallGroup) {
    /** The one that Acme's routes name. */
    static final String USUAL = "pagerduty";

    private static final String WEBHOOK = "webhook";
    private static final String SIGNING_KEY = "local-signing-key-of-the-simulated-webhook";

    static Pagers start(World.Ports ports, Faults faults, Clock clock, String onCallGroup) {
        SignedByKey proof = new SignedByKey(clock).key(WEBHOOK, SIGNING_KEY.getBytes(StandardCharsets.UTF_8));
        return new Pagers(
                SimulatedPagerDuty.start(ports.pagerDuty(), faults, clock),
                SimulatedWebhook.start(ports.webhook(), faults, clock, proof),
                onCallGroup);
    }

    /** The part of the settings document. */
    JsonObject section() {
        return section(pagerDuty.url(), webhook.url());
    }

    /** The same where they are reached under other addresses. */
    JsonObject section(URI pagerDutyAddress, URI webhookAddress) {
        JsonObject pagerDutySection = pager(
                "pagerduty",
                List.of(target(AcmeAccount.ON_CALL, "Major incidents"), target(AcmeAccount.DATABASES, "Databases")));
        pagerDutySection.put("api_url", base(pagerDutyAddress));
        pagerDutySection.put("from", AcmeAccount.BELAY_EMAIL);
        pagerDutySection.put("requester_id", AcmeAccount.BELAY);
        pagerDutySection.put("service_id", AcmeAccount.SERVICE);
        JsonObject webhookSection = pager("webhook", List.of(target("network", "Network")));
        webhookSection.put("url", base(webhookAddress) + "/pages");
        return JsonObject.builder()
                .value(USUAL, pagerDutySection)
                .value(WEBHOOK, webhookSection)
                .value("on-call", pager("servicenow-on-call", List.of(target(onCallGroup, "Databases"))))
                .done();
    }

    private static JsonObject pager(String kind, List<JsonObject> targets) {
        return JsonObject.builder()
                .value("kind", kind)
                .array("targets", targets)
                .done();
    }

    private static JsonObject target(String id, String label) {
        return JsonObject.builder().value("id", id).value("label", label).done();
    }

    private static String base(URI url) {
        return url.toString().replaceFirst("/$", "");
    }

    /** Their tokens and keys. */
    JsonObject secret() {
        return JsonObject.builder()
                .value(USUAL, AcmeAccount.TOKEN)
                .value(WEBHOOK, SIGNING_KEY)
                .done();
    }

    void close() {
        pagerDuty.close();
        webhook.close();
    }
}
