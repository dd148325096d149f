import Configuration
import Digests
import FilingInterchange
import Ingest
import Parsing

/// Finds and reads the project file of a run: the one given, else the one in the input folder.
enum SettingsLoader {
    static func load(
        _ listing: InputListing, overrides: String?, mapping: String?
    ) throws(RunError) -> ProjectSettings {
        var settings = try project(listing, overrides)
        if let mapping {
            let name = Self.name(mapping)
            let (text, digest) = try contents(path: mapping, name: name)
            do {
                settings.mappings.insert(try TableMapping(text: text, file: name, digest: digest), at: 0)
            } catch {
                throw .configuration(error)
            }
        }
        return settings
    }

    private static func project(_ listing: InputListing, _ overrides: String?) throws(RunError) -> ProjectSettings {
        if let overrides { return try read(path: overrides, name: name(overrides)) }
        guard listing.projectFiles.count <= 1 else {
            throw .severalProjectFiles(listing.projectFiles.map(\.path))
        }
        guard let file = listing.projectFiles.first else { return ProjectSettings() }
        return try read(path: file.path, name: file.source)
    }

    /// Outputs name a file and not where it lies on this machine.
    private static func name(_ path: String) -> String {
        path.hasPrefix("/") ? String(path.split(separator: "/").last ?? "") : path
    }

    private static func contents(path: String, name: String) throws(RunError) -> (text: String, digest: String) {
        let bytes: [UInt8]
        do {
            bytes = try FileReader.bytes(of: path)
        } catch {
            throw .unreadable(path: name, reason: error.message)
        }
        return (String(decoding: bytes, as: UTF8.self), SHA256Digest.hexadecimal(of: bytes))
    }

    private static func read(path: String, name: String) throws(RunError) -> ProjectSettings {
        let (text, digest) = try contents(path: path, name: name)
        do {
            return try ProjectSettings(text: text, file: name, digest: digest)
        } catch {
            throw .configuration(error)
        }
    }
}
