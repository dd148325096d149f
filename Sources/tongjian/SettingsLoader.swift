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
    static func load(_ listing: InputListing, overrides: String?) throws(RunError) -> LoadedSettings {
        if let overrides { return try read(path: overrides, name: publicName(overrides)) }
        guard listing.projectFiles.count <= 1 else {
            throw .severalProjectFiles(listing.projectFiles.map(\.path))
        }
        guard let file = listing.projectFiles.first else { return LoadedSettings() }
        return try read(path: file.path, name: file.source)
    }

    /// Outputs name the file and not where it lies on this machine.
    static func publicName(_ path: String) -> String {
        path.hasPrefix("/") ? String(path.split(separator: "/").last ?? "") : path
    }

    private static func read(path: String, name: String) throws(RunError) -> LoadedSettings {
        let bytes = try bytes(path: path, name: name)
        let text = String(decoding: bytes, as: UTF8.self)
        var loaded = LoadedSettings()
        do {
            loaded.project = try ProjectSettings(text: text, file: name, digest: SHA256Digest.hexadecimal(of: bytes))
            loaded.waivers = try Waivers(text: text, file: name, isProjectFile: true)
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

    static func waivers(path: String, name: String) throws(RunError) -> Waivers {
        let text = String(decoding: try bytes(path: path, name: name), as: UTF8.self)
        do { return try Waivers(text: text, file: name) } catch { throw .configuration(error) }
    }

    /// A register as CSV in UTF-8, with or without a byte order mark.
    static func register(path: String, name: String) throws(RunError) -> Register {
        var text = String(decoding: try bytes(path: path, name: name), as: UTF8.self)
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        let rows = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            CSVText.rows(of: String($0)).first ?? []
        }
        do { return try Register(rows: rows, file: name) } catch { throw .register(error.words) }
    }
}
