import Configuration
import Filings
import Foundation

/// The chart definitions of a run: those in the binary, or those of a folder.
package struct ChartLibrary: Sendable {
    /// By name.
    package let definitions: [ChartDefinition]
    /// The texts that were read, for the manifest: path and text.
    package let files: [(path: String, text: String)]

    /// Reads the embedded definitions, or `folder/Charts/*.yml`; throws the mistakes of all files at once.
    package init(folder: String? = nil) throws(ConfigurationErrors) {
        let files =
            folder.map { DefinitionFiles.read(below: $0, subfolder: "Charts", extensions: ["yml"]) }
            ?? EmbeddedCharts.files
        var definitions: [ChartDefinition] = []
        var errors: [ConfigurationError] = []
        for file in files {
            do {
                definitions.append(try ChartDefinition(text: file.text, file: file.path))
            } catch {
                errors += error.errors
            }
        }
        guard errors.isEmpty else { throw ConfigurationErrors(errors) }
        self.definitions = definitions.sorted { $0.name < $1.name }
        self.files = files
    }

    package func definition(_ name: String) -> ChartDefinition? { definitions.first { $0.name == name } }
}

/// Reads a folder of definitions from disk, for `--definitions`.
package enum DefinitionFiles {
    package static func read(below folder: String, subfolder: String, extensions: Set<String>) -> [(
        path: String, text: String
    )] {
        let root = folder + "/" + subfolder
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        return names.sorted().filter { extensions.contains(String($0.split(separator: ".").last ?? "")) }.compactMap {
            name in
            guard let data = FileManager.default.contents(atPath: root + "/" + name) else { return nil }
            return (path: subfolder + "/" + name, text: String(decoding: data, as: UTF8.self))
        }
    }
}
