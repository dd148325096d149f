/// Bounds that no definition written by hand comes near.
package struct ConfigurationLimits: Hashable, Sendable {
    /// Bytes of UTF-8.
    package var bytes = 1 << 20
    /// Levels of lists and mappings.
    package var depth = 32

    package init() {}
}

/// One YAML file, composed: `try ConfigurationDocument(text:file:).read { reader in ... }`.
package struct ConfigurationDocument: Hashable, Sendable {
    package let file: String
    package let root: ConfigurationNode

    /// `file` is only a name for messages; nothing is opened.
    package init(
        text: String, file: String, limits: ConfigurationLimits = ConfigurationLimits()
    ) throws(ConfigurationErrors) {
        self.file = file
        root = try YAMLComposer(text: text, file: file, limits: limits).compose()
    }

    /// Reads the root mapping. The readers return stand-ins where a value is missing or wrong, so that `body` can go
    /// on and find the other mistakes; its result is only returned if there was none.
    package func read<Value>(_ body: (ConfigurationReader) -> Value) throws(ConfigurationErrors) -> Value {
        let sink = ConfigurationSink(file: file)
        let value = body(ConfigurationReader(node: root, name: "", sink: sink))
        sink.reportUnknownKeys()
        guard sink.errors.isEmpty else { throw ConfigurationErrors(sink.errors) }
        return value
    }
}

/// Where the readers of one document leave what they find wrong. Lives for one `read`, in one thread.
final class ConfigurationSink {
    let file: String
    private(set) var errors: [ConfigurationError] = []
    private var readers: [ConfigurationReader] = []

    init(file: String) { self.file = file }

    func report(_ problem: ConfigurationProblem, at place: ConfigurationPlace) {
        let error = ConfigurationError(file: file, place: place, problem: problem)
        if !errors.contains(error) { errors.append(error) }
    }

    /// A misspelt key is one mistake: that the right one is missing is taken back.
    func withdrawMissing(_ key: String) { errors.removeAll { $0.problem == .missingKey(key) } }

    func register(_ reader: ConfigurationReader) { readers.append(reader) }

    /// At the end, when every key that is known has been asked for.
    func reportUnknownKeys() {
        for reader in readers { reader.reportUnknownKeys() }
        // Each reader holds on to this object.
        readers = []
    }
}
