package boxoffice.gateway;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.util.StringUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Several OpenAPI documents as one: every path that the door sends to the service that documents
 * it, under the service's name as a tag. A component that several have under one name is one where
 * they say the same of it; else each has it under its service's name. What the door itself may
 * answer is added to every operation.
 */
final class MergedDocument {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String REFERENCE = "#/components/";
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final Map<Destination, JsonNode> parts;
    private final Set<String> clashes;
    private final ObjectNode document = JSON.createObjectNode();
    private final Set<String> operationIds = new HashSet<>();

    private MergedDocument(Map<Destination, JsonNode> parts) {
        this.parts = parts;
        clashes = clashes(parts.values());
    }

    /**
     * @param parts what each service says of itself
     * @param leftOut who could not be asked
     */
    static ObjectNode of(Map<Destination, JsonNode> parts, Set<Destination> leftOut) {
        var merged = new MergedDocument(parts);
        merged.writeHead(leftOut);
        parts.forEach(merged::add);
        DoorAnswers.addTo(merged.document);
        return merged.document;
    }

    private void writeHead(Set<Destination> leftOut) {
        document.put("openapi", "3.1.0");
        var info = document.putObject("info").put("title", "Boxoffice").put("version", "1");
        var about =
                parts.values().stream()
                        .map(part -> part.at("/info/description").asString(""))
                        .findFirst()
                        .orElse("");
        var missing = leftOut.stream().map(Destination::id).toList();
        if (!missing.isEmpty()) {
            about +=
                    "\n**This document is not whole.** Left out, because they could not be asked"
                            + " just now: %s. Read it again in a moment.\n"
                                    .formatted(String.join(", ", missing));
            var names = document.putArray("x-left-out");
            missing.forEach(names::add);
        }
        info.put("description", about);
        document.putArray("servers").addObject().put("url", "/");
        parts.values().stream()
                .map(part -> part.path("security"))
                .filter(JsonNode::isArray)
                .findFirst()
                .ifPresent(security -> document.set("security", security.deepCopy()));
        var tags = document.putArray("tags");
        parts.keySet().forEach(part -> tags.addObject().put("name", part.id()));
        document.putObject("paths");
        document.putObject("components");
    }

    private void add(Destination destination, JsonNode part) {
        var own = renamed(destination, part);
        for (var path : own.path("paths").properties()) {
            if (Destination.of(path.getKey()).filter(destination::equals).isPresent()) {
                tag(destination, path.getValue());
                ((ObjectNode) document.path("paths")).set(path.getKey(), path.getValue());
            }
        }
        for (var section : own.path("components").properties()) {
            var into =
                    ((ObjectNode) document.path("components")).withObjectProperty(section.getKey());
            section.getValue().properties().forEach(one -> into.set(one.getKey(), one.getValue()));
        }
    }

    private void tag(Destination destination, JsonNode path) {
        for (var operation : operations(path)) {
            operation.putArray("tags").add(destination.id());
            var id = operation.path("operationId").asString("");
            if (!id.isEmpty() && !operationIds.add(id)) {
                id = destination.id() + StringUtils.capitalize(id);
                operationIds.add(id);
                operation.put("operationId", id);
            }
        }
    }

    static List<ObjectNode> operations(JsonNode path) {
        return path.properties().stream()
                .filter(entry -> METHODS.contains(entry.getKey()))
                .map(entry -> (ObjectNode) entry.getValue())
                .toList();
    }

    /** A copy in which what clashes has the service's name before its own. */
    private JsonNode renamed(Destination destination, JsonNode part) {
        var names = new HashMap<String, String>();
        for (var clash : clashes) {
            var slash = clash.lastIndexOf('/') + 1;
            names.put(
                    clash,
                    clash.substring(0, slash)
                            + StringUtils.capitalize(destination.id())
                            + clash.substring(slash));
        }
        var copy = part.deepCopy();
        rewrite(copy, names);
        for (var section : copy.path("components").properties()) {
            var components = (ObjectNode) section.getValue();
            for (var name : List.copyOf(components.propertyNames())) {
                var reference = REFERENCE + section.getKey() + "/" + name;
                var renamed = names.get(reference);
                if (renamed != null) {
                    components.set(
                            renamed.substring(renamed.lastIndexOf('/') + 1),
                            components.remove(name));
                }
            }
        }
        return copy;
    }

    private static void rewrite(JsonNode node, Map<String, String> names) {
        switch (node) {
            case ObjectNode object ->
                    object.properties()
                            .forEach(entry -> entry.setValue(rewritten(entry.getValue(), names)));
            case ArrayNode array -> {
                for (var i = 0; i < array.size(); i++) {
                    array.set(i, rewritten(array.get(i), names));
                }
            }
            default -> {}
        }
    }

    private static JsonNode rewritten(JsonNode value, Map<String, String> names) {
        if (value.isString()) {
            var other = names.get(value.asString());
            return other == null ? value : StringNode.valueOf(other);
        }
        rewrite(value, names);
        return value;
    }

    /** The references of those that have one name and several meanings. */
    private static Set<String> clashes(Iterable<JsonNode> parts) {
        var meanings = new TreeMap<String, Set<JsonNode>>();
        for (var part : parts) {
            for (var section : part.path("components").properties()) {
                for (var one : section.getValue().properties()) {
                    var reference = REFERENCE + section.getKey() + "/" + one.getKey();
                    meanings.computeIfAbsent(reference, unknown -> new HashSet<>())
                            .add(one.getValue());
                }
            }
        }
        var clashes = new HashSet<String>();
        meanings.forEach((reference, said) -> {
            if (said.size() > 1) {
                clashes.add(reference);
            }
        });
        // Two that read the same do not say the same, where they speak of what clashes.
        var grown = true;
        while (grown) {
            grown =
                    clashes.addAll(
                            meanings.entrySet().stream()
                                    .filter(entry ->
                                            entry.getValue().stream()
                                                    .anyMatch(one -> speaksOf(one, clashes)))
                                    .map(Map.Entry::getKey)
                                    .collect(Collectors.toSet()));
        }
        return clashes;
    }

    private static boolean speaksOf(JsonNode node, Set<String> references) {
        if (node.isString()) {
            return references.contains(node.asString());
        }
        var children = new ArrayList<JsonNode>();
        node.forEach(children::add);
        return children.stream().anyMatch(child -> speaksOf(child, references));
    }
}
