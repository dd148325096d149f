import Checks
import Configuration
import Digests
import FilingInterchange
import Filings
import Ingest
import Parsing

/// What a project file brings to a run.
struct LoadedSettings {
    var project = ProjectSettings()
    var waivers = Waivers()
    var register: Register?
}

/// Finds and reads the project file of a run: the one given, else the one in the input folder; and the files it names.
enum SettingsLoader {
    static func load(
        _ listing: InputListing, overrides: String?, mapping: String?
    ) throws(RunError) -> LoadedSettings {
        var settings = try projectFile(listing, overrides)
        if let mapping {
            let name = publicName(mapping)
            let bytes = try bytes(path: mapping, name: name)
            do {
                let table = try TableMapping(text: text(bytes), file: name, digest: SHA256Digest.hexadecimal(of: bytes))
                settings.project.mappings.insert(table, at: 0)
            } catch {
                throw .configuration(error)
            }
        }
        return settings
    }

    private static func projectFile(_ listing: InputListing, _ overrides: String?) throws(RunError) -> LoadedSettings {
        if let overrides { return try read(path: overrides, name: publicName(overrides)) }
        guard listing.projectFiles.count <= 1 else {
            throw .severalProjectFiles(listing.projectFiles.map(\.path))
        }
        guard let file = listing.projectFiles.first else { return LoadedSettings() }
        return try read(path: file.path, name: file.source)
    }

    /// Outputs name a file and not where it lies on this machine.
    static func publicName(_ path: String) -> String {
        path.hasPrefix("/") ? String(path.split(separator: "/").last ?? "") : path
    }

    private static func read(path: String, name: String) throws(RunError) -> LoadedSettings {
        let bytes = try bytes(path: path, name: name)
        var loaded = LoadedSettings()
        do {
            loaded.project = try ProjectSettings(
                text: text(bytes), file: name, digest: SHA256Digest.hexadecimal(of: bytes))
            loaded.waivers = try Waivers(text: text(bytes), file: name, isProjectFile: true)
        } catch {
            throw .configuration(error)
        }
        if let reference = loaded.waivers.reference {
            loaded.waivers = try waivers(path: beside(path, reference), name: reference)
        }
        if let reference = loaded.project.register {
            loaded.register = try register(path: beside(path, reference), name: reference)
        }
        return loaded
    }

    /// A path written in a file is relative to it.
    private static func beside(_ file: String, _ reference: String) -> String {
        guard !reference.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return reference }
        return file[...slash] + reference
    }

    private static func bytes(path: String, name: String) throws(RunError) -> [UInt8] {
        do {
            return try FileReader.bytes(of: path)
        } catch {
            throw .unreadable(path: name, reason: error.message)
        }
    }

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    static func waivers(path: String, name: String) throws(RunError) -> Waivers {
        let bytes = try bytes(path: path, name: name)
        do { return try Waivers(text: text(bytes), file: name) } catch { throw .configuration(error) }
    }

    static func register(path: String) throws(RunError) -> Register { try register(path: path, name: publicName(path)) }

    /// A register as CSV; each row stands at the index of its line.
    static func register(path: String, name: String) throws(RunError) -> Register {
        let bytes = try bytes(path: path, name: name)
        var rows: [[String]] = []
        do {
            try DelimitedText.forEachRow(bytes) { row in
                while rows.count < row.line - 1 { rows.append([]) }
                rows.append(row.cells.map(\.text))
            }
        } catch {
            throw .unreadable(path: name, reason: error.message)
        }
        do { return try Register(rows: rows, file: name) } catch { throw .register(error.words) }
    }
}
