extension ConfigurationReader {
    /// A list of texts, or one text standing for a list of one. Required keys may be empty lists.
    package func strings(_ key: String) -> [String] { required(key).map { strings($0, key) } ?? [] }
    package func optionalStrings(_ key: String) -> [String]? { optionalNode(key).map { strings($0, key) } }

    /// Words of a closed set, as a list or one; nothing if the key is not written.
    package func words(_ key: String, of allowed: [String]) -> [String] {
        (optionalNode(key).map(items) ?? []).compactMap { word($0, key, allowed) }
    }

    /// The reader of a mapping under `key`; after an error one of an empty mapping that reports nothing more.
    package func mapping(_ key: String) -> ConfigurationReader {
        required(key).map { reader($0, key) } ?? silentReader(key)
    }

    /// A list of mappings, each read by `body`; one mapping stands for a list of one.
    package func list<Value>(_ key: String, of body: (ConfigurationReader) -> Value) -> [Value] {
        required(key).map { mappings($0, key, body) } ?? []
    }

    package func optionalList<Value>(_ key: String, of body: (ConfigurationReader) -> Value) -> [Value]? {
        optionalNode(key).map { mappings($0, key, body) }
    }
}

extension ConfigurationReader {
    private func items(_ node: ConfigurationNode) -> [ConfigurationNode] {
        if case .list(let nodes) = node.content { nodes } else { [node] }
    }

    private func strings(_ node: ConfigurationNode, _ key: String) -> [String] {
        items(node).compactMap { text($0, key) }
    }

    private func reader(_ node: ConfigurationNode, _ key: String) -> ConfigurationReader {
        ConfigurationReader(node: node, name: path(key), sink: sink)
    }

    private func mappings<Value>(
        _ node: ConfigurationNode, _ key: String, _ body: (ConfigurationReader) -> Value
    ) -> [Value] {
        items(node).enumerated().map { index, item in
            body(ConfigurationReader(node: item, name: "\(path(key))[\(index + 1)]", sink: sink))
        }
    }

    /// What is asked of a mapping that is not there has nowhere to be reported but at its absence, which was.
    private func silentReader(_ key: String) -> ConfigurationReader {
        let empty = ConfigurationNode(content: .mapping([]), place: node.place)
        return ConfigurationReader(node: empty, name: path(key), sink: ConfigurationSink(file: sink.file))
    }
}
