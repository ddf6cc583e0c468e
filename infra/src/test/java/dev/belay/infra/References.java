package dev.belay.infra;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the parts of a template call each other by. */
final class References {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z:]+)");

    private References() {}

    /** What is named by {@code Ref}, {@code Fn::GetAtt} or in a {@code Fn::Sub}. */
    static Set<String> of(Tree tree) {
        Set<String> found = new TreeSet<>();
        tree.call("Ref").map(Tree::text).ifPresent(found::add);
        tree.call("Fn::GetAtt")
                .ifPresent(attribute ->
                        found.add(attribute.elements().getFirst().text().replaceFirst("\\..*", "")));
        tree.call("Fn::Sub")
                .filter(text -> text.value() instanceof String)
                .ifPresent(text -> VARIABLE.matcher(text.text()).results().forEach(name -> found.add(name.group(1))));
        if (tree.value() instanceof Map || tree.value() instanceof List) {
            tree.names().forEach(name -> found.addAll(of(tree.at(name))));
        }
        if (tree.value() instanceof List) {
            tree.elements().forEach(each -> found.addAll(of(each)));
        }
        return found;
    }

    /** What can be named. */
    static Set<String> known(Tree deployed) {
        Set<String> known = new TreeSet<>(deployed.at("Resources").names());
        known.addAll(deployed.at("Parameters").names());
        known.addAll(List.of("AWS::StackName", "AWS::Partition", "AWS::Region", "AWS::AccountId", "AWS::URLSuffix"));
        return known;
    }
}
