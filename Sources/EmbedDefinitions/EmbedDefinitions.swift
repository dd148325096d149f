import Foundation
import PackagePlugin

/// Turns the project's data files into string literals, so that the binary needs no folder beside it.
@main
struct EmbedDefinitions: BuildToolPlugin {
    /// Target -> generated type and the folders (with extensions) that go into it.
    private static let plans: [String: (type: String, folders: [String])] = [
        "Filings": ("EmbeddedVocabulary", ["Sources/Filings/Vocabulary:tsv"]),
        "Charting": ("EmbeddedCharts", ["Charts:yml"]),
        "Publishing": ("EmbeddedReports", ["Reports:yml,mustache,css,js"]),
    ]

    func createBuildCommands(context: PluginContext, target: Target) async throws -> [Command] {
        guard let plan = Self.plans[target.name] else { return [] }
        let root = context.package.directoryURL
        let output = context.pluginWorkDirectoryURL.appending(path: "\(plan.type).swift")
        return [
            .buildCommand(
                displayName: "Embedding \(plan.folders.joined(separator: ", "))",
                executable: try context.tool(named: "embedtool").url,
                arguments: [output.path(), plan.type, root.path()] + plan.folders,
                inputFiles: plan.folders.flatMap { files(below: root, folder: $0) },
                outputFiles: [output])
        ]
    }

    /// The folder's files, so that a new, changed or deleted one runs the tool again.
    private func files(below root: URL, folder: String) -> [URL] {
        let parts = folder.split(separator: ":", maxSplits: 1).map(String.init)
        let extensions = Set(parts[1].split(separator: ",").map(String.init))
        let walker = FileManager.default.enumerator(
            at: root.appending(path: parts[0]), includingPropertiesForKeys: nil)
        let found = walker?.compactMap { $0 as? URL } ?? []
        return found.filter { extensions.contains($0.pathExtension) }.sorted { $0.path() < $1.path() }
    }
}
