package dev.belay.local.doctor;

import dev.belay.chat.Platform;
import dev.belay.failure.ExternalFailure;
import dev.belay.local.stack.DeployedStack;
import dev.belay.local.stack.DeployedStacks;
import dev.belay.secret.SecretKind;
import dev.belay.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether the stack stands, and was deployed with what the settings say. What it tells of itself, nobody has to give. */
final class StackLook {
    private static final String AREA = "stack";
    private static final String LOOK =
            "let your keys read it (cloudformation:DescribeStacks), or give --url and --settings";

    private final String name;
    private final Optional<DeployedStack> stack;
    private final Result result;

    private StackLook(String name, Optional<DeployedStack> stack, Result result) {
        this.name = name;
        this.stack = stack;
        this.result = result;
    }

    /** Looks at the stack of this name. */
    static StackLook at(String name, DeployedStacks stacks) {
        try {
            Optional<DeployedStack> found = stacks.find(name);
            return new StackLook(
                    name,
                    found,
                    found.map(stack -> result(name, stack.status()))
                            .orElseGet(() -> Result.wrong(
                                    AREA, name, "there is no such stack", "deploy it, or give --stack and --region")));
        } catch (ExternalFailure e) {
            return new StackLook(
                    name, Optional.empty(), Result.unknown(AREA, name, String.valueOf(e.getMessage()), LOOK));
        }
    }

    /** The states of docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html, "Stack status codes". */
    private static Result result(String name, String status) {
        return switch (status) {
            case "CREATE_COMPLETE", "UPDATE_COMPLETE", "IMPORT_COMPLETE" -> Result.good(AREA, name, status);
            case "UPDATE_ROLLBACK_COMPLETE", "IMPORT_ROLLBACK_COMPLETE" ->
                Result.warning(
                        AREA,
                        name,
                        status + ": its last change failed and was taken back",
                        "look at the stack's events in CloudFormation, mend what failed, and deploy again");
            case "ROLLBACK_COMPLETE" ->
                Result.wrong(
                        AREA,
                        name,
                        status + ": it was never deployed",
                        "look at the stack's events for why, delete the stack, and deploy again; where a link table already"
                                + " exists: docs/upgrade.md");
            default ->
                status.endsWith("_IN_PROGRESS")
                        ? Result.unknown(AREA, name, status, "wait until it is done, and look again")
                        : Result.wrong(
                                AREA, name, status, "look at the stack's events in CloudFormation, and deploy again");
        };
    }

    String name() {
        return name;
    }

    /** The stack; none where there is none or nobody could tell. */
    Optional<DeployedStack> deployed() {
        return stack;
    }

    /** The platforms that it is deployed for; none where nobody could tell. */
    Set<Platform> platforms() {
        return stack.map(DeployedStack::platforms).orElse(Set.of());
    }

    /** How it stands. */
    List<Result> results() {
        return List.of(result);
    }

    /** Whether it was deployed for what the settings name. */
    List<Result> results(Settings settings) {
        List<Result> results = new ArrayList<>();
        agree(
                results,
                "ServiceNowInstance",
                Set.of(settings.serviceNow().instance()),
                "servicenow.instance: events of the instance are refused with 403");
        Optional.ofNullable(settings.chats().get(Platform.TEAMS)).ifPresent(teams -> {
            agree(results, "TeamsAppId", Set.of(teams.app()), "teams.app_id: what Teams sends is refused with 401");
            agree(results, "TeamsTenants", teams.workspaces(), "teams.tenants: people of other tenants are refused");
        });
        return results;
    }

    private void agree(List<Result> results, String parameter, Set<String> wanted, String setting) {
        String words = String.join(",", new TreeSet<>(wanted));
        stack.flatMap(there -> there.given(parameter))
                .filter(given -> !Set.of(given.split(",", -1)).equals(wanted))
                .ifPresent(given -> results.add(Result.wrong(
                        AREA,
                        parameter,
                        "the stack was deployed with " + given + ", and the settings have " + words + " in " + setting,
                        "deploy with " + parameter + "=" + words + ", or correct the settings")));
    }

    /** The secrets that it was given in place of its own. */
    Map<SecretKind, String> secrets() {
        return stack.map(DeployedStack::secrets).orElse(Map.of());
    }
}
