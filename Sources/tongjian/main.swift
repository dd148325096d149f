import FilingInterchange
import Filings
import Foundation
import Ingest
import Parsing

let registry = DistrictRegistry()
let parser = FilingParser(registry: registry)
var filings: [Filing] = []
for file in InputWalker.list(Array(CommandLine.arguments.dropFirst())).files {
    do {
        let bytes = try FileReader.bytes(of: file.path)
        let document = try FileReader.document(bytes, source: file.source)
        if case .read(let filing) = parser.parse(document) {
            filings.append(filing)
        }
    } catch { FileHandle.standardError.write(Data("\(file.source): \(error)\n".utf8)) }
}

for filing in YearResolution.resolve(filings) { print(FilingJSON.value(of: filing, findings: [], detail: ProcessInfo.processInfo.environment["D"] != nil).compact) }
