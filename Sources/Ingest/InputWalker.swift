import Filings
import Foundation

/// One file that an input names, not yet read.
package struct InputFile: Sendable, Hashable {
    /// Where it is on this machine.
    package var path: String
    /// The path below the input folder, or the input as given: what outputs name.
    package var source: String

    package init(path: String, source: String) {
        self.path = path
        self.source = source
    }
}

/// What a walk over the inputs gives: the files in order, and what could not be entered.
package struct InputListing: Sendable {
    package var files: [InputFile] = []
    package var failures: [(source: String, error: IngestError)] = []
    /// Project files (`tongjian.yml`) directly in an input folder.
    package var projectFiles: [InputFile] = []
}

/// Files and folders in; files out, sorted by path within each folder. Links are followed once and never in a loop;
/// hidden files and folders are passed over.
package enum InputWalker {
    package static let projectFileName = "tongjian.yml"

    package static func list(_ inputs: [String]) -> InputListing {
        var listing = InputListing()
        var folders: [(input: String, files: Range<Int>)] = []
        for input in inputs {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: input, isDirectory: &isFolder) else {
                listing.failures.append((input, .notFound))
                continue
            }
            guard isFolder.boolValue else {
                listing.files.append(InputFile(path: input, source: input))
                continue
            }
            let project = InputFile(path: join(input, projectFileName), source: projectFileName)
            if FileManager.default.fileExists(atPath: project.path) { listing.projectFiles.append(project) }
            var visited: Set<String> = []
            let first = listing.files.count
            walk(input, below: "", depth: 0, visited: &visited, into: &listing)
            folders.append((input, first..<listing.files.count))
        }
        nameFolders(folders, in: &listing)
        return listing
    }

    /// Files of several input folders that would be called the same are named with their folder, and with the input as
    /// given where folders are called the same too.
    private static func nameFolders(_ folders: [(input: String, files: Range<Int>)], in listing: inout InputListing) {
        guard folders.count > 1, Set(listing.files.map(\.source)).count < listing.files.count else { return }
        var names = folders.map { URL(fileURLWithPath: $0.input).lastPathComponent }
        if Set(names).count < names.count { names = folders.map(\.input) }
        for (folder, name) in zip(folders, names) {
            for index in folder.files { listing.files[index].source = join(name, listing.files[index].source) }
        }
    }

    private static func walk(
        _ folder: String, below prefix: String, depth: Int, visited: inout Set<String>, into listing: inout InputListing
    ) {
        let shown = prefix.isEmpty ? folder : prefix
        guard depth <= IngestLimits.folderDepth else {
            listing.failures.append((shown, .folderTooDeep(limit: IngestLimits.folderDepth)))
            return
        }
        guard visited.insert(URL(fileURLWithPath: folder).resolvingSymlinksInPath().path).inserted else {
            listing.failures.append((shown, .folderLoop))
            return
        }
        guard !isBundle(folder) else {
            listing.failures.append((shown, .isBundle))
            return
        }
        let entries: [FolderEntry]
        do {
            entries = try FolderEntry.all(in: folder)
        } catch {
            listing.failures.append((shown, error))
            return
        }
        for entry in entries.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
        where !entry.name.hasPrefix(".") {
            guard listing.files.count < IngestLimits.files else {
                listing.failures.append((shown, .tooManyFiles(limit: IngestLimits.files)))
                return
            }
            let path = join(folder, entry.name)
            let source = prefix.isEmpty ? entry.name : prefix + "/" + entry.name
            guard let isFolder = isFolder(entry, at: path) else {
                listing.failures.append((source, .notFound))
                continue
            }
            if isFolder {
                walk(path, below: source, depth: depth + 1, visited: &visited, into: &listing)
            } else if source != projectFileName {
                listing.files.append(InputFile(path: path, source: source))
            }
        }
    }

    /// Nil for a link to nothing.
    private static func isFolder(_ entry: FolderEntry, at path: String) -> Bool? {
        switch entry.kind {
        case .file: return false
        case .folder: return true
        case .unknown:
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) ? isFolder.boolValue : nil
        }
    }

    /// A folder with a manifest of ours holds what an earlier run made of filings, not filings.
    private static func isBundle(_ folder: String) -> Bool {
        let head = FileReader.head(of: join(folder, "manifest.json"), count: 200)
        return String(decoding: head, as: UTF8.self).contains("\"\(Schemas.bundle)\"")
    }

    private static func join(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }
}
