import Yams

/// YAML text -> `ConfigurationNode`, within limits.
///
/// Yams expands aliases by sharing, so composing is cheap even for a "billion laughs" file; unfolding it is not.
/// Anchored nodes are therefore refused without being entered. libYAML itself stops at 1,000 levels of nesting.
struct YAMLComposer {
    let text: String
    let file: String
    let limits: ConfigurationLimits

    func compose() throws(ConfigurationErrors) -> ConfigurationNode {
        let start = ConfigurationPlace(line: 1, column: 1)
        guard text.utf8.count <= limits.bytes else {
            throw failure(.tooLarge(bytes: text.utf8.count, limit: limits.bytes), start)
        }
        if hasManyAliases { throw failure(.anchor, start) }
        do {
            // The parser owns the anchors (nodes refer to them weakly), so it lives until the tree is copied.
            let parser = try Parser(yaml: text, encoding: .utf8)
            return try withExtendedLifetime(parser) { () throws -> ConfigurationNode in
                guard let root = try parser.singleRoot() else { throw failure(.empty, start) }
                let node = try copy(root, depth: 1, fallback: start)
                if node.isNull { throw failure(.empty, start) }
                return node
            }
        } catch let errors as ConfigurationErrors {
            throw errors
        } catch let error as YamlError {
            throw failures(of: error)
        } catch {
            throw failure(.syntax("\(error)"), start)
        }
    }

    private func copy(
        _ node: Node, depth: Int, fallback: ConfigurationPlace
    ) throws(ConfigurationErrors) -> ConfigurationNode {
        let place = node.mark.map { ConfigurationPlace(line: $0.line, column: $0.column) } ?? fallback
        guard depth <= limits.depth else { throw failure(.tooDeep(limit: limits.depth), place) }
        guard node.anchor == nil else { throw failure(.anchor, place) }
        switch node {
        case .scalar(let scalar):
            let isQuoted = scalar.style != .plain && scalar.style != .any
            return ConfigurationNode(content: .scalar(scalar.string, isQuoted: isQuoted), place: place)
        case .sequence(let sequence):
            var items: [ConfigurationNode] = []
            for item in sequence { items.append(try copy(item, depth: depth + 1, fallback: place)) }
            return ConfigurationNode(content: .list(items), place: place)
        case .mapping(let mapping):
            var entries: [ConfigurationNode.Entry] = []
            for (key, value) in mapping { entries.append(try copy(key, value, depth: depth + 1, fallback: place)) }
            return ConfigurationNode(content: .mapping(entries), place: place)
        case .alias:
            throw failure(.anchor, place)
        }
    }

    private func copy(
        _ key: Node, _ value: Node, depth: Int, fallback: ConfigurationPlace
    ) throws(ConfigurationErrors) -> ConfigurationNode.Entry {
        let keyNode = try copy(key, depth: depth, fallback: fallback)
        guard case .scalar(let name, _) = keyNode.content else { throw failure(.keyIsNotText, keyNode.place) }
        let valueNode = try copy(value, depth: depth, fallback: keyNode.place)
        return ConfigurationNode.Entry(key: name, keyPlace: keyNode.place, value: valueNode)
    }

    /// Yams hashes keys while it composes; an alias used as a key would be unfolded there. A handful cannot unfold
    /// far (three to the power of a third of their number), so only a crowd of them is refused before composing.
    private var hasManyAliases: Bool {
        var anchors = 0
        var aliases = 0
        var previous = UInt8(ascii: "\n")
        for byte in text.utf8 {
            defer { previous = byte }
            guard byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*") else { continue }
            guard " \t\n\r[{,:".utf8.contains(previous) else { continue }
            if byte == UInt8(ascii: "&") { anchors += 1 } else { aliases += 1 }
        }
        return anchors >= 3 && aliases > 16
    }
}
