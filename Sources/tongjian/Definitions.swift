import Charting
import Filings
import Foundation
import Ingest
import Metrics
import Publishing

/// Loads the definitions of a run, with their mistakes as what stops it.
enum Definitions {
    /// Whether a word on the command line is a definition file and not the name of a shipped definition.
    static func isFile(_ word: String) -> Bool { word.hasSuffix(".yml") || word.hasSuffix(".yaml") }

    /// The text of a definition file named on the command line.
    static func text(of path: String) throws(RunError) -> String {
        do {
            return String(decoding: try FileReader.bytes(of: path), as: UTF8.self)
        } catch {
            throw .unreadable(path: path, reason: error.message)
        }
    }

    private static func verify(_ folder: String?) throws(RunError) {
        guard let folder else { return }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw .unreadable(path: folder, reason: Words("没有这个定义文件夹", "no such folder of definitions"))
        }
    }

    static func charts(_ folder: String?) throws(RunError) -> ChartLibrary {
        try verify(folder)
        do { return try ChartLibrary(folder: folder) } catch { throw .configuration(error) }
    }

    static func reports(_ folder: String?) throws(RunError) -> ReportLibrary {
        try verify(folder)
        do { return try ReportLibrary(folder: folder) } catch { throw .configuration(error) }
    }

    static func metricSettings(_ path: String) throws(RunError) -> MetricSettings {
        let text = try text(of: path)
        do { return try MetricSettings(text: text, file: path) } catch { throw .configuration(error) }
    }

    /// The built-in indicators and those of a file.
    static func indicators(_ path: String?) throws(RunError) -> [Indicator] {
        guard let path else { return AllIndicators.all }
        return AllIndicators.all + (try metricSettings(path).indicators)
    }
}
