import Configuration
import Digests
import Ingest
import Parsing

/// Finds and reads the project file of a run: the one given, else the one in the input folder.
enum SettingsLoader {
    static func load(_ listing: InputListing, overrides: String?) throws(RunError) -> ProjectSettings {
        if let overrides {
            // Outputs name the file and not where it lies on this machine.
            let name = overrides.hasPrefix("/") ? String(overrides.split(separator: "/").last ?? "") : overrides
            return try read(path: overrides, name: name)
        }
        guard listing.projectFiles.count <= 1 else {
            throw .severalProjectFiles(listing.projectFiles.map(\.path))
        }
        guard let file = listing.projectFiles.first else { return ProjectSettings() }
        return try read(path: file.path, name: file.source)
    }

    private static func read(path: String, name: String) throws(RunError) -> ProjectSettings {
        let bytes: [UInt8]
        do {
            bytes = try FileReader.bytes(of: path)
        } catch {
            throw .unreadable(path: name, reason: error.message)
        }
        do {
            return try ProjectSettings(
                text: String(decoding: bytes, as: UTF8.self), file: name, digest: SHA256Digest.hexadecimal(of: bytes))
        } catch {
            throw .configuration(error)
        }
    }
}
