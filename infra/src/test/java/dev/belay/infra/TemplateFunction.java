package dev.belay.infra;

import dev.belay.simulator.aws.Permission;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One function of the template, and the role that it runs under. */
record TemplateFunction(Template template, String id) {
    private static final String STACK = "${AWS::StackName}";
    private static final Pattern BENEATH = Pattern.compile("\\$\\{(\\w+)\\.Arn\\}(/.+)");

    /** The function's name without the stack's, e.g. {@code card-action}. */
    String name() {
        return properties().at("FunctionName", "Fn::Sub").text().substring((STACK + "-").length());
    }

    String handler() {
        return properties().at("Handler").text();
    }

    Tree properties() {
        return template.resource(id).at("Properties");
    }

    Set<String> environment() {
        return properties().at("Environment", "Variables").names();
    }

    /** The statements of one policy of its role: {@code code} for what our code does, {@code lambda-itself} for the rest. */
    Stream<Tree> statements(String policy) {
        String role = properties().at("Role", "Fn::GetAtt").text().replace(".Arn", "");
        return template.resource(role).at("Properties", "Policies").elements().stream()
                .filter(each -> each.at("PolicyName").text().equals(policy))
                .flatMap(each -> each.at("PolicyDocument", "Statement").elements().stream());
    }

    /**
     * What our code in this function may do.
     *
     * @param stack the stack's name
     * @param parameters what the template's parameters are given, e.g. the name of the secret for each secret's ARN
     */
    Set<Permission> permissions(String stack, Map<String, String> parameters) {
        Map<String, String> given = new TreeMap<>(parameters);
        given.put("AWS::StackName", stack);
        return statements("code")
                .flatMap(statement -> statement.at("Action").elements().stream()
                        .flatMap(action -> statement.at("Resource").elements().stream()
                                .map(resource -> new Permission(action.text(), name(resource, given)))))
                .collect(Collectors.toSet());
    }

    private String name(Tree resource, Map<String, String> given) {
        return resource.call("Fn::GetAtt")
                .map(arn -> named(arn.text().replace(".Arn", ""), given))
                .or(() -> resource.call("Ref").map(parameter -> value(parameter.text(), given)))
                .or(() -> resource.call("Fn::Sub").flatMap(arn -> beneath(arn.text(), given)))
                .or(() -> resource.call("Fn::Sub")
                        .map(arn -> filled(arn.text(), given))
                        .map(arn -> arn.substring(arn.lastIndexOf(':') + 1).replaceFirst("^parameter", "")))
                .orElseThrow(() -> new AssertionError("a permission for " + resource.value()));
    }

    /** An index of a table, e.g. {@code ${LinkTable.Arn}/index/by_due}. */
    private Optional<String> beneath(String arn, Map<String, String> given) {
        Matcher matcher = BENEATH.matcher(arn);
        return matcher.matches() ? Optional.of(named(matcher.group(1), given) + matcher.group(2)) : Optional.empty();
    }

    private String named(String resource, Map<String, String> given) {
        Tree properties = template.resource(resource).at("Properties");
        return Stream.of("TableName", "QueueName")
                .map(properties::at)
                .filter(Tree::isThere)
                .map(name -> filled(name.at("Fn::Sub").text(), given))
                .findFirst()
                .orElseThrow(() -> new AssertionError(resource + " has no name"));
    }

    private static String filled(String text, Map<String, String> given) {
        String filled = text;
        for (Map.Entry<String, String> entry : given.entrySet()) {
            filled = filled.replace("${" + entry.getKey() + "}", entry.getValue());
        }
        return filled;
    }

    private static String value(String parameter, Map<String, String> given) {
        String value = given.get(parameter);
        if (value == null) {
            throw new AssertionError("nothing is given for the parameter " + parameter);
        }
        return value;
    }
}
