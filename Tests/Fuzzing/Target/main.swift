import Foundation
import FuzzedReaders

// Hands the reader named by the variable FUZZ_READER to libFuzzer.

@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ testOneInput: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The library's own `main`, which is not run, asks for a function of this name.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    read([UInt8](UnsafeBufferPointer(start: start, count: count)))
    return 0
}

let name = ProcessInfo.processInfo.environment["FUZZ_READER"] ?? ""
guard let reader = FuzzedReaders.all.first(where: { $0.name == name }) else {
    print("FUZZ_READER is one of \(FuzzedReaders.all.map(\.name).joined(separator: ", "))")
    exit(64)
}
let read = reader.read
var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(runDriver(&count, &arguments, testOneInput))
