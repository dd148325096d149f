/// Reads the keys of one mapping and reports what is wrong with them to the document's errors.
///
/// Required keys give a stand-in ("" or 0 or the first word) after an error, optional ones nil. A key that nobody
/// asks for is an unknown key and gets the nearest known one as suggestion.
package final class ConfigurationReader {
    package let node: ConfigurationNode
    /// The path of keys to here ("encoding.x"), empty at the root; for messages.
    package let name: String
    let sink: ConfigurationSink
    private let entries: [String: ConfigurationNode.Entry]
    private var asked: [String] = []
    private var acceptsAnyKey = false

    init(node: ConfigurationNode, name: String, sink: ConfigurationSink) {
        self.node = node
        self.name = name
        self.sink = sink
        if case .mapping(let list) = node.content {
            entries = Dictionary(list.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        } else {
            entries = [:]
            let key = name.isEmpty ? sink.file : name
            sink.report(.wrongKind(key: key, found: node.kind, expected: .mapping), at: node.place)
        }
        sink.register(self)
    }

    /// The keys as written, for mappings whose keys are names and not words of the format. Accepts all of them.
    package var keys: [String] {
        acceptsAnyKey = true
        guard case .mapping(let list) = node.content else { return [] }
        return list.map(\.key)
    }

    package func has(_ key: String) -> Bool { optionalNode(key) != nil }

    package func place(of key: String) -> ConfigurationPlace { entries[key]?.value.place ?? node.place }

    /// The node under a key, for values this reader has no word for. Null counts as not written.
    package func optionalNode(_ key: String) -> ConfigurationNode? {
        if !asked.contains(key) { asked.append(key) }
        guard let value = entries[key]?.value, !value.isNull else { return nil }
        return value
    }

    /// A mistake the caller found, at the value of `key` (or at this mapping).
    package func report(zh: String, en: String, at key: String? = nil) {
        sink.report(.custom(zh: zh, en: en), at: key.map(place(of:)) ?? node.place)
    }

    package func report(_ problem: ConfigurationProblem, at place: ConfigurationPlace) {
        sink.report(problem, at: place)
    }

    func path(_ key: String) -> String { name.isEmpty ? key : name + "." + key }

    func required(_ key: String) -> ConfigurationNode? {
        if let value = optionalNode(key) { return value }
        // A value of the wrong kind is already one error; its keys are not missing besides.
        guard case .mapping = node.content else { return nil }
        sink.report(.missingKey(path(key)), at: entries[key]?.keyPlace ?? node.place)
        return nil
    }

    func reportUnknownKeys() {
        guard !acceptsAnyKey, case .mapping(let list) = node.content else { return }
        for entry in list where !asked.contains(entry.key) {
            let unused = asked.filter { entries[$0] == nil }
            let suggestion = nearestWord(to: entry.key, among: unused) ?? nearestWord(to: entry.key, among: asked)
            if let suggestion { sink.withdrawMissing(path(suggestion)) }
            sink.report(
                .unknownKey(path(entry.key), suggestion: suggestion, allowed: asked.sorted()), at: entry.keyPlace)
        }
    }
}
