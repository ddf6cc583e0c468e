package dev.belay.local.secrets;

import dev.belay.aws.AwsAccess;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** Which stack, and where AWS is; the keys are found by AWS's own chain. */
@Command
public final class AwsOptions {
    private static final Pattern STACK = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,127}");

    @Option(
            names = "--stack",
            paramLabel = "NAME",
            description = "the stack's name, with which its secrets' and queues' begin (belay)")
    private String stack = "belay";

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "where the stack is (AWS_REGION, or the profile's)")
    private Optional<String> region = Optional.empty();

    @Spec(Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    /** The stack's name. */
    public String stack() {
        if (!STACK.matcher(stack).matches()) {
            throw new ParameterException(command.commandLine(), "--stack is a stack's name, such as belay");
        }
        return stack;
    }

    /**
     * Where AWS is, as the environment and the options say.
     *
     * @param environment the variables of this process
     */
    public AwsAccess access(Map<String, String> environment) {
        return access(region.or(() -> region(environment)).orElseThrow(this::unknown), environment);
    }

    /** The region that the environment says, or the profile; none where neither does. */
    public static Optional<String> region(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("AWS_REGION"))
                .or(() -> Optional.ofNullable(environment.get("AWS_DEFAULT_REGION")))
                .filter(name -> !name.isBlank())
                .or(AwsOptions::ofProfile);
    }

    /** Where AWS is in this region. */
    public static AwsAccess access(String region, Map<String, String> environment) {
        AwsAccess access = new AwsAccess(
                region,
                Optional.ofNullable(environment.get("AWS_ENDPOINT_URL"))
                        .filter(url -> !url.isBlank())
                        .map(URI::create),
                Optional.empty());
        return keys(environment).map(access::with).orElse(access);
    }

    /** The chain would find them too, but in this process' environment alone. */
    private static Optional<AwsAccess.Keys> keys(Map<String, String> environment) {
        String id = environment.getOrDefault("AWS_ACCESS_KEY_ID", "");
        String key = environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "");
        return id.isBlank() || key.isBlank()
                ? Optional.empty()
                : Optional.of(new AwsAccess.Keys(
                        id,
                        key,
                        Optional.ofNullable(environment.get("AWS_SESSION_TOKEN"))
                                .filter(token -> !token.isBlank())));
    }

    private static Optional<String> ofProfile() {
        try {
            return Optional.of(
                    DefaultAwsRegionProviderChain.builder().build().getRegion().id());
        } catch (SdkClientException e) {
            return Optional.empty();
        }
    }

    private ParameterException unknown() {
        return new ParameterException(
                command.commandLine(), "which region is the stack in? Give --region, or set AWS_REGION");
    }
}
