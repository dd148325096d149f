import Foundation
import FuzzedReaders

// libFuzzer's entry points; its library holds `main`. The reader is named by the variable FUZZ_READER.

private let reader: FuzzedReader = {
    let name = ProcessInfo.processInfo.environment["FUZZ_READER"] ?? ""
    guard let reader = FuzzedReaders.all.first(where: { $0.name == name }) else {
        FileHandle.standardError.write(
            Data("FUZZ_READER is one of \(FuzzedReaders.all.map(\.name).joined(separator: ", "))\n".utf8))
        exit(64)
    }
    return reader
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    reader.read([UInt8](UnsafeBufferPointer(start: start, count: count)))
    return 0
}
