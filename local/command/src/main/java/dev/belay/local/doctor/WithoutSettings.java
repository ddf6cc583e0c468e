package dev.belay.local.doctor;

import dev.belay.chat.Platform;
import dev.belay.local.stack.DeployedStack;
import dev.belay.secret.SecretKind;
import dev.belay.secret.SecretNames;
import dev.belay.wiring.credential.Inspection;
import dev.belay.wiring.credential.StoredCredential;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What can be said where the settings cannot be read: the secrets that the stack itself names, and of the rest that it was not checked. */
final class WithoutSettings {
    private static final String SAID = "the settings cannot be read";
    private static final String REMEDY = "do what the line of the settings says, and look again";

    private static final String TENANTS = "TeamsTenants";

    /** What each platform has outside the settings, by area. */
    private static final Map<String, String> PARTS =
            new TreeMap<>(Map.of("webhook", "addresses", "queues", "queues", "counts", "signatures"));

    /** What only the settings name, by area. */
    private static final Map<String, String> ONLY_BY_SETTINGS = Map.of(
            "routes", "tables and assignment groups",
            "roles", "who may press",
            "rules", "sys_script",
            "channels", "where the app has to be",
            "events", "ServiceNow's calls");

    private final Optional<DeployedStack> stack;
    private final SecretNames names;
    private final Inspection inspection;

    WithoutSettings(Optional<DeployedStack> stack, SecretNames names, Inspection inspection) {
        this.stack = stack;
        this.names = names;
        this.inspection = inspection;
    }

    /** That something was not looked at for want of the settings. */
    static Result notChecked(String area, String subject) {
        return Result.unknown(area, subject, SAID, REMEDY);
    }

    List<Result> results() {
        List<Result> results = new ArrayList<>(new SecretCheck(secrets(), names).shapes());
        stack.ifPresentOrElse(
                there -> onlyBySettings(there).forEach(kind -> results.add(notChecked("secrets", names.listed(kind)))),
                () -> {
                    results.add(notChecked("secrets", names.stack() + "/*"));
                    results.addAll(ofPlatforms());
                });
        ONLY_BY_SETTINGS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> notChecked(each.getKey(), each.getValue()))
                .forEach(results::add);
        return results;
    }

    /** The kinds of secrets of which the settings alone say which there are. */
    private static List<SecretKind> onlyBySettings(DeployedStack there) {
        List<SecretKind> kinds = new ArrayList<>(List.of(SecretKind.PAGERS));
        if (there.platforms().contains(Platform.TEAMS) && there.given(TENANTS).isEmpty()) {
            kinds.addFirst(SecretKind.TEAMS);
        }
        if (there.platforms().contains(Platform.SLACK)) {
            kinds.addFirst(SecretKind.SLACK_TOKENS);
        }
        return kinds;
    }

    /** What was left out since nobody tells which platforms there are. */
    private static List<Result> ofPlatforms() {
        List<Result> results = new ArrayList<>();
        for (Platform platform : Platform.values()) {
            PARTS.forEach((area, part) -> results.add(Result.unknown(
                    area,
                    platform.label() + "'s " + part,
                    "neither the settings nor the stack tells whether it is deployed",
                    "do what the lines of the stack and the settings say, and look again")));
        }
        return results;
    }

    /** Those that every stack needs; which workspaces there are, the settings say. */
    private List<StoredCredential> secrets() {
        List<StoredCredential> secrets = new ArrayList<>();
        stack.ifPresent(there -> {
            if (there.platforms().contains(Platform.SLACK)) {
                secrets.add(inspection.credential(SecretKind.SLACK_SIGNING, ""));
            }
            there.given(TENANTS).stream()
                    .flatMap(tenants -> Arrays.stream(tenants.split(",", -1)))
                    .forEach(tenant -> secrets.add(inspection.credential(SecretKind.TEAMS, tenant)));
            there.given("ServiceNowInstance").ifPresent(instance -> {
                secrets.add(inspection.credential(SecretKind.SERVICENOW_CLIENT, instance));
                secrets.add(inspection.credential(SecretKind.SERVICENOW_EVENTS, instance));
            });
        });
        return secrets;
    }
}
